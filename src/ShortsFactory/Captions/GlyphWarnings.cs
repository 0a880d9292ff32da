using System.Text;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Resources;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions;

/// <summary>Says which characters cannot be shown, and what to install so that they can.</summary>
internal static class GlyphWarnings
{
    private const int Named = 5;

    /// <summary>One sentence for each package that is missing, and one for the characters that no known font has.</summary>
    public static IEnumerable<string> For(FontStack fonts, CaptionTemplate template)
    {
        foreach (var group in fonts.Missing.GroupBy(missing => missing.Package ?? "", missing => missing.Character, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var advice = group.Key is { Length: > 0 } package
                ? $"install one with 'apt-get install {package}'"
                : $"name a font that has them in the 'fonts' of the caption template '{template.Name}'";
            yield return $"No installed font has {Name([.. group])}: captions may show a box instead; {advice}.";
        }

        if (fonts.LacksEmoji)
        {
            yield return $"The font of coloured emoji is not installed, so they are drawn in one colour; install it with 'apt-get install {EmojiFont.Package}'.";
        }
    }

    /// <summary>Refuses a script most of whose words could not be read: nobody wants that video.</summary>
    /// <exception cref="ToolMissingException">A font is missing without which most words are boxes.</exception>
    public static void RefuseUnreadable(FontStack fonts, IReadOnlyList<string> texts)
    {
        var missing = fonts.Missing.Where(character => character.Package is not null).ToArray();
        var characters = missing.Select(character => character.Character).ToHashSet();
        if (missing.Length > 0 && texts.Count(text => text.EnumerateRunes().Any(characters.Contains)) > texts.Count / 2)
        {
            throw new ToolMissingException(missing[0].Package!, $"No installed font has {Name([.. characters.Order()])}, and most words of the script need them.")
            {
                Advice = $"Install it with 'apt-get install {string.Join(' ', missing.Select(character => character.Package).Distinct(StringComparer.Ordinal))}'.",
            };
        }
    }

    private static string Name(IReadOnlyList<Rune> characters) =>
        string.Join(", ", characters.Take(Named).Select(character => $"'{character}' (U+{character.Value:X4})"))
        + (characters.Count > Named ? $" and {characters.Count - Named} more" : "");
}
