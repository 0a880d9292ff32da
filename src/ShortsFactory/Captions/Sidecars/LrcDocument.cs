using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>
/// Writes enhanced LRC, which karaoke players and music players read: a line has its time in brackets, each word its own in
/// angle brackets, and behind the last word stands when it ends. An empty line clears the display.
/// </summary>
internal static partial class LrcDocument
{
    public static string Write(IReadOnlyList<SubtitleCue> cues, string title, string language)
    {
        var text = new StringBuilder($"[ti:{Tag(title)}]\n[la:{Tag(language)}]\n[re:ShortsFactory]\n");
        foreach (var (index, cue) in cues.Index())
        {
            foreach (var line in cue.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{Time(line[0].Start)}]{cue.Write(line, word => $"<{Time(word.Start)}>{Escape(word.Text)}")}<{Time(line[^1].End)}>\n");
            }

            if (index == cues.Count - 1 || cues[index + 1].Start > cue.End)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{Time(cue.End)}]\n");
            }
        }

        return text.ToString();
    }

    private static string Tag(string value) => string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter));

    /// <summary>LRC knows no escapes: what would be read as a time gets other angle brackets.</summary>
    private static string Escape(string text) => LikeTime().Replace(text, "‹${time}›");

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}.{time.Milliseconds / 10:00}");

    [GeneratedRegex(@"[<\[](?<time>[0-9]+:[0-9.:]*)[>\]]", RegexOptions.ExplicitCapture)]
    private static partial Regex LikeTime();
}
