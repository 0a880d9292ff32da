using System.Globalization;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recordings;

/// <summary>Tells the user where recording and script differ.</summary>
internal static class RecordingReview
{
    private const int ShownSentences = 5;
    private const int ShownWords = 8;

    /// <summary>Fewer words than this beside the script are more likely misheard than said.</summary>
    private const int LeastWords = 3;

    /// <summary>Warns of every sentence that was not heard, and of what was heard besides the script.</summary>
    public static void Warn(
        IReadOnlyList<ExpectedSentence> sentences, IReadOnlyList<Stretch> places, IReadOnlyList<HeardWord> heard, Action<string> warn)
    {
        if (!sentences.Any(sentence => sentence.IsFound))
        {
            warn("Nothing of the script was recognised in the recording: the times of its sentences and words are estimated. "
                + "Check that it is the right file and the right language; the model may not know this voice, and 'shorts models list' shows others.");
            return;
        }

        Limit(sentences.Zip(places).Where(pair => !pair.First.IsFound).Select(pair => Describe(pair.First.Sentence, pair.Second)), warn);
        Limit(Besides(places, heard), warn);
    }

    private static string Describe(Sentence sentence, Stretch place) =>
        place.Length > TimeSpan.Zero
            ? $"Line {sentence.Line}: \"{Short(sentence.Text.Split(' '))}\" was not recognised at {Clock(place.Start)} of the recording, where it should be; its times are estimated."
            : $"Line {sentence.Line}: the recording leaves out \"{Short(sentence.Text.Split(' '))}\"; it gets no captions.";

    private static IEnumerable<string> Besides(IReadOnlyList<Stretch> places, IReadOnlyList<HeardWord> heard)
    {
        List<HeardWord> run = [];
        var next = 0;
        foreach (var word in heard)
        {
            var middle = (word.Start + word.End) / 2;
            var before = next;
            while (next < places.Count && places[next].End < middle)
            {
                next++;
            }

            var isInside = next < places.Count && places[next].Start <= middle && places[next].Length > TimeSpan.Zero;
            if ((isInside || next != before) && run.Count > 0)
            {
                if (run.Count >= LeastWords)
                {
                    yield return Describe(run);
                }

                run = [];
            }

            if (!isInside)
            {
                run.Add(word);
            }
        }

        if (run.Count >= LeastWords)
        {
            yield return Describe(run);
        }
    }

    private static string Describe(List<HeardWord> words) =>
        $"At {Clock(words[0].Start)} the recording says \"{Short([.. words.Select(word => word.Text)])}\", which the script does not have; it gets no captions.";

    private static string Short(string[] words) =>
        string.Join(' ', words.Take(ShownWords)) + (words.Length > ShownWords ? " …" : "");

    private static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static void Limit(IEnumerable<string> warnings, Action<string> warn)
    {
        string[] all = [.. warnings];
        foreach (var warning in all.Take(ShownSentences))
        {
            warn(warning);
        }

        if (all.Length > ShownSentences)
        {
            warn($"There are {all.Length - ShownSentences} more places of this kind in the recording.");
        }
    }
}
