using System.Globalization;
using System.Text;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>Writes WebVTT subtitles in which each word carries its time, so that players can show karaoke of their own.</summary>
internal static class VttDocument
{
    public static string Write(IReadOnlyList<SubtitleCue> cues)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var cue in cues)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start)} --> {Time(cue.End)}\n");
            foreach (var line in cue.Lines)
            {
                // A time stamp must lie inside its cue, so the cue's first word has none.
                text.Append(cue.Write(line, word => (word.Start > cue.Start ? $"<{Time(word.Start)}>" : "") + $"<c>{Escape(word.Text)}</c>")).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The three characters that WebVTT cue text reserves; without '>' no arrow can be read as a time line.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");
}
