using ShortsFactory.Recognition;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>What a player shows together below the picture.</summary>
/// <param name="Start">When it appears.</param>
/// <param name="End">When it disappears; after <paramref name="Start"/>, never after the next cue's start.</param>
/// <param name="Lines">The words, line by line.</param>
/// <param name="IsRightToLeft">Whether the lines run from right to left.</param>
internal sealed record SubtitleCue(TimeSpan Start, TimeSpan End, IReadOnlyList<IReadOnlyList<TimedWord>> Lines, bool IsRightToLeft)
{
    private const string RightToLeftMark = "\u200F";

    /// <summary>
    /// A line's words as <paramref name="write"/> writes them. A line that runs from right to left begins and ends with a mark that says
    /// so: without it players put its full stop, or a name in Latin letters at its beginning, on the wrong side.
    /// </summary>
    public string Write(IReadOnlyList<TimedWord> line, Func<TimedWord, string> write)
    {
        var text = string.Concat(line.Select((word, index) => (index == 0 || word.Joined ? "" : " ") + write(word)));
        return IsRightToLeft ? RightToLeftMark + text + RightToLeftMark : text;
    }
}
