using ShortsFactory.Recognition;

namespace ShortsFactory.Captions.Layout;

/// <summary>Puts words on the clock of captions: hundredths of a second, as ASS counts, with no word without a time of its own.</summary>
internal static class CaptionClock
{
    public static TimeSpan Tick { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Rounds all times; each word then starts at least one tick after the one before it, lasts at least one, and overlaps none.</summary>
    public static IReadOnlyList<TimedWord> Round(IReadOnlyList<TimedWord> words)
    {
        var rounded = new TimedWord[words.Count];
        var earliest = TimeSpan.Zero;
        for (var index = 0; index < words.Count; index++)
        {
            var start = Max(Round(words[index].Start), earliest);
            earliest = start + Tick;
            rounded[index] = words[index] with { Start = start, End = Max(Round(words[index].End), earliest) };
            if (index > 0 && rounded[index - 1].End > start)
            {
                rounded[index - 1] = rounded[index - 1] with { End = start };
            }
        }

        return rounded;
    }

    public static TimeSpan Round(TimeSpan time) => Tick * Math.Round(time / Tick);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
