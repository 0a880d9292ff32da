using System.Globalization;
using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Ass;

/// <summary>
/// Writes emoji as text for those who open the subtitle file in an editor or a player: in their places, and under a name by
/// which they are taken out before the file is burned in, since the video shows them in their colours.
/// </summary>
internal static class EmojiLines
{
    private const int Layer = 2;

    public static string Write(IEnumerable<PlacedGroup> groups) =>
        string.Concat(groups.SelectMany(group => group.Pictures.Select(emoji => Write(group.Group, emoji))));

    private static string Write(WordGroup group, PlacedWord emoji) => string.Create(
        CultureInfo.InvariantCulture,
        $"Dialogue: {Layer},{AssFormat.Time(group.Start)},{AssFormat.Time(group.End)},{AssStyle.Text},{EmojiTrack.EventName},0,0,0,,{{\\pos({AssFormat.Number(emoji.X)},{AssFormat.Number(emoji.Y)})}}{AssFormat.Escape(emoji.Text.Runs[0].Text)}\n");
}
