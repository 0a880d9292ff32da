using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says web addresses, e-mail addresses, @handles, #hashtags, and Reddit's r/names and u/names.</summary>
internal static partial class WebRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var core = here.Core;
        if (Hashtag().Match(core) is { Success: true } tag)
        {
            return ["hashtag " + Name(tag.Groups["name"].Value)];
        }

        if (Handle().Match(core) is { Success: true } handle)
        {
            return ["at " + Name(handle.Groups["name"].Value)];
        }

        if (Community().Match(core) is { Success: true } community)
        {
            return [$"{community.Groups["kind"].Value} slash {Name(community.Groups["name"].Value)}"];
        }

        if (Mail().IsMatch(core))
        {
            return [Address(core)];
        }

        return Url().Match(core) is { Success: true } url ? [Address(url.Groups["address"].Value)] : null;
    }

    private static string Name(string name) => SpokenForm.Phrase(CamelHump().Replace(name, " ").Replace('_', ' ').Replace('-', ' ').Replace('.', ' '));

    private static string Address(string address)
    {
        var words = Piece().Matches(address).Select(piece => piece.Value switch
        {
            "." => "dot",
            "/" => "slash",
            "@" => "at",
            "-" => "dash",
            "_" => "underscore",
            "?" => "question mark",
            "=" => "equals",
            "&" => "and",
            "#" => "hash",
            "+" => "plus",
            "www" or "WWW" => "w-w-w",
            "io" or "ai" or "tv" or "uk" or "eu" or "fm" when piece.Index > 0 && address[piece.Index - 1] == '.' => NumberWords.Letters(piece.Value),
            var word => SpokenForm.Phrase(word),
        });
        return string.Join(' ', words);
    }

    [GeneratedRegex(@"^#(?<name>\w*\p{L}\w*)$")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"^@(?<name>\w[\w.]*)$")]
    private static partial Regex Handle();

    [GeneratedRegex(@"^/?(?<kind>[ru])/(?<name>\w[\w-]+)$")]
    private static partial Regex Community();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Mail();

    [GeneratedRegex(
        @"^(?:https?://(?<address>[^\s/]+(?:/\S*)?)|(?<address>(?:[\p{L}0-9-]+\.)+(?:com|org|net|io|tv|gov|edu|app|dev|ai|uk|de|ly|gg|fm|info|shop|store|blog|news|eu|xyz|live|co)(?:/\S*)?))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<=\p{Ll})(?=[\p{Lu}0-9])|(?<=[0-9])(?=\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})")]
    private static partial Regex CamelHump();

    [GeneratedRegex(@"[\p{L}\p{M}]+|[0-9]+|[^\p{L}\p{M}0-9]")]
    private static partial Regex Piece();
}
