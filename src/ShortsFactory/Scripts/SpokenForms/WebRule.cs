using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says web addresses, e-mail addresses, @handles and #hashtags.</summary>
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

        if (Mail().IsMatch(core))
        {
            return [Address(core)];
        }

        return Url().Match(core) is { Success: true } url ? [Address(url.Groups["address"].Value)] : null;
    }

    private static string Name(string name) => SpokenForm.Phrase(CamelHump().Replace(name, " ").Replace('_', ' ').Replace('.', ' '));

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

    [GeneratedRegex(@"^#(?<name>\w*[A-Za-z]\w*)$")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"^@(?<name>\w[\w.]*)$")]
    private static partial Regex Handle();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Mail();

    [GeneratedRegex(
        @"^(?:https?://(?<address>[^\s/]+(?:/\S*)?)|(?<address>(?:[A-Za-z0-9-]+\.)+(?:com|org|net|io|tv|gov|edu|app|dev|ai|uk|de|ly|gg|fm|info|shop|store|blog|news|eu|xyz|live|co)(?:/\S*)?))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex CamelHump();

    [GeneratedRegex("[A-Za-z]+|[0-9]+|[^A-Za-z0-9]")]
    private static partial Regex Piece();
}
