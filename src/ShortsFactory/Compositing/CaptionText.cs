using System.Text.RegularExpressions;
using ShortsFactory.Captions;

namespace ShortsFactory.Compositing;

/// <summary>Prepares an ASS document for drawing.</summary>
internal static partial class CaptionText
{
    /// <summary>The document without the emoji that it holds as text: the picture gets them in their colours.</summary>
    public static string WithoutEmoji(string document) => EmojiEvent().Replace(document, "");

    [GeneratedRegex($@"^Dialogue: [^,]*,[^,]*,[^,]*,[^,]*,{EmojiTrack.EventName},.*\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EmojiEvent();
}
