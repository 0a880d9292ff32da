using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.Text;

/// <summary>Tells faces and hearts made of signs, such as :-) and &lt;3, from text, so that they are shown and not said.</summary>
internal static partial class Emoticon
{
    /// <summary>The marks behind an emoticon, mostly none; <see langword="null"/> for any other text.</summary>
    public static string? MarksBehind(string text) => Shape().Match(text) is { Success: true } shape ? shape.Groups["marks"].Value : null;

    [GeneratedRegex(@"^(?:[:;]['’]?-?(?:[()/|\\*]+|3(?![0-9])|[DPpOoXx](?![A-Za-z]))|=[()DP]+|<3+|</3|[xX]D+|\^_*\^|-_+-|[oO]_[oO]|T_T|¯\\_\(ツ\)_/¯)(?<marks>[.,!?…]*)$")]
    private static partial Regex Shape();
}
