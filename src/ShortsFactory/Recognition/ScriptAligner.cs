using ShortsFactory.Scripts;

namespace ShortsFactory.Recognition;

/// <summary>Maps what was heard in a sentence back onto its display words. Pure.</summary>
internal static class ScriptAligner
{
    /// <summary>
    /// Every display word of <paramref name="sentence"/> with its time: inside the sentence's span, in order, without overlap.
    /// A word is <see cref="WordTiming.Recognized"/> if at least one of the words that it is said with was heard. A word that is
    /// only shown has no duration: it stands at the end of the spoken word before it (or the start of the one after it, at the
    /// sentence's beginning) and takes over how that one is timed.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Its start on the track's clock.</param>
    /// <param name="end">Its end on the track's clock.</param>
    /// <param name="unknown">The words that the model does not know.</param>
    /// <param name="heard">What the recogniser heard, in order; empty places all words by their length.</param>
    public static IReadOnlyList<TimedWord> Align(
        Sentence sentence, TimeSpan start, TimeSpan end, IReadOnlySet<string> unknown, IReadOnlyList<HeardWord> heard)
    {
        var spoken = SpokenWord.In(sentence);
        var slots = WordPlacer.Place(spoken, unknown, heard, start, end);
        var ofDisplay = spoken.Zip(slots).ToLookup(pair => pair.First.Display, pair => pair.Second);
        var firstSpoken = slots is [var first, ..] ? first : new WordSlot(start, start, Confidence: null);
        var anchor = firstSpoken with { End = firstSpoken.Start };
        var words = new List<TimedWord>(sentence.Words.Count);
        for (var index = 0; index < sentence.Words.Count; index++)
        {
            var parts = ofDisplay[index].ToArray();
            anchor = parts.Length > 0 ? Join(parts) : anchor with { Start = anchor.End };
            words.Add(Describe(sentence, sentence.Words[index], anchor));
        }

        return words;
    }

    private static WordSlot Join(WordSlot[] parts) =>
        new(parts[0].Start, parts[^1].End, parts.Select(part => part.Confidence).Average());

    private static TimedWord Describe(Sentence sentence, DisplayWord word, WordSlot slot) => new()
    {
        Text = word.Text,
        Spoken = word.Spoken,
        Start = slot.Start,
        End = slot.End,
        Sentence = sentence.Index,
        Confidence = slot.Confidence ?? 0,
        Timing = slot.Confidence is null ? WordTiming.Interpolated : WordTiming.Recognized,
        Emphasis = word.Emphasis,
        Joined = word.Joined,
    };
}
