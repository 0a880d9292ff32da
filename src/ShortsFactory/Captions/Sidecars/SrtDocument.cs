using System.Globalization;
using System.Text;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>Writes SubRip subtitles.</summary>
internal static class SrtDocument
{
    public static string Write(IReadOnlyList<SubtitleCue> cues)
    {
        var text = new StringBuilder();
        foreach (var (index, cue) in cues.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}\n{Time(cue.Start)} --> {Time(cue.End)}\n");
            foreach (var line in cue.Lines)
            {
                text.AppendJoin(' ', line.Select(word => word.Text)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00},{time.Milliseconds:000}");
}
