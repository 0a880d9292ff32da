using ShortsFactory.Recognition;

namespace ShortsFactory.Previews;

/// <summary>What captions say in previews of templates: an emphasised word, a number, words short and long.</summary>
internal static class SampleLine
{
    private const string Sentence = "Your **story** in 3 seconds: bold captions keep **everyone** watching.";

    private static readonly TimeSpan PerLetter = TimeSpan.FromMilliseconds(55);
    private static readonly TimeSpan PerWord = TimeSpan.FromMilliseconds(110);

    public static Transcript Transcript { get; } = new() { Words = [.. Words()] };

    /// <summary>When it is over, with a moment of silence.</summary>
    public static TimeSpan Duration => Transcript.Words[^1].End + TimeSpan.FromSeconds(0.5);

    /// <summary>Three telling moments: in an emphasised word, in one behind a number, and in one further on.</summary>
    public static IReadOnlyList<TimeSpan> Moments { get; } = [InWord(1), InWord(4), InWord(5)];

    private static TimeSpan InWord(int index) =>
        Transcript.Words[index].Start + ((Transcript.Words[index].End - Transcript.Words[index].Start) * 0.7);

    private static IEnumerable<TimedWord> Words()
    {
        var now = TimeSpan.FromSeconds(0.2);
        foreach (var word in Sentence.Split(' '))
        {
            var text = word.Replace("**", "", StringComparison.Ordinal);
            var end = now + PerWord + (PerLetter * text.Length);
            yield return new TimedWord { Text = text, Spoken = text, Start = now, End = end, Sentence = 0, Emphasis = text.Length < word.Length };
            now = end;
        }
    }
}
