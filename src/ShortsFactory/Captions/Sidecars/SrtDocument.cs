using System.Globalization;
using System.Text;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>Writes SubRip subtitles.</summary>
internal static class SrtDocument
{
    /// <summary>No glyph and no width. SubRip knows no escapes: this keeps players from reading markup into what is text.</summary>
    private const string WordJoiner = "\u2060";

    public static string Write(IReadOnlyList<SubtitleCue> cues)
    {
        var text = new StringBuilder();
        foreach (var (index, cue) in cues.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}\n{Time(cue.Start)} --> {Time(cue.End)}\n");
            foreach (var line in cue.Lines)
            {
                text.Append(Escape(cue.Write(line, word => word.Text))).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Of a whole line, for words may stand together without a space: parts what begins a tag, such as <c>&lt;b&gt;</c> and <c>{\an8}</c>, and the arrow of a time line.</summary>
    private static string Escape(string text) => text
        .Replace("<", "<" + WordJoiner, StringComparison.Ordinal)
        .Replace("{", "{" + WordJoiner, StringComparison.Ordinal)
        .Replace("-->", "--" + WordJoiner + ">", StringComparison.Ordinal);

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00},{time.Milliseconds:000}");
}
