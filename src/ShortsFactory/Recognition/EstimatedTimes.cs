using System.Collections.Immutable;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recognition;

/// <summary>
/// The times of words that nobody has heard: each phrase of a sentence lies between two of its pauses, and in it each word takes
/// its share by its length. Pure.
/// </summary>
internal static class EstimatedTimes
{
    /// <summary>Every display word of <paramref name="sentence"/> with its estimated time, inside the sentence's span, in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Its start on the track's clock.</param>
    /// <param name="end">Its end on the track's clock.</param>
    /// <param name="activity">Where the track holds speech.</param>
    public static IReadOnlyList<TimedWord> Of(Sentence sentence, TimeSpan start, TimeSpan end, SpeechActivity activity)
    {
        var phrases = Phrases(sentence);
        var speech = activity.SpeechIn(new Stretch(start, end));
        var places = phrases.Count > 1 && speech.Count > 1
            ? SentencePacer.Lay([.. phrases.Select(phrase => SpeechPace.Duration([.. SpokenWord.In(phrase)]))], speech)
            : [speech.Count > 0 ? new Stretch(speech[0].Start, speech[^1].End) : new Stretch(start, end)];
        return [.. (places.Count > 1 ? phrases : [sentence]).Zip(places).SelectMany(pair =>
            ScriptAligner.Align(pair.First, pair.Second.Start, pair.Second.End, ImmutableHashSet<string>.Empty, []))];
    }

    /// <summary>The sentence cut behind the words after which the voice pauses; what is only shown stays with the word before it.</summary>
    private static List<Sentence> Phrases(Sentence sentence)
    {
        var spoken = SpokenWord.In(sentence);
        int[] ends = [.. spoken.Take(Math.Max(0, spoken.Count - 1)).Where(word => word.PausesAfter).Select(word => word.Display + 1)];
        List<Sentence> phrases = [];
        var first = 0;
        foreach (var end in ends.Append(sentence.Words.Count))
        {
            var next = end;
            while (next < sentence.Words.Count && sentence.Words[next].Spoken.Length == 0)
            {
                next++;
            }

            phrases.Add(sentence with { Words = [.. sentence.Words.Skip(first).Take(next - first)] });
            first = next;
        }

        return phrases;
    }
}
