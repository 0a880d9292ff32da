using System.Collections.Frozen;
using System.Text;
using HarfBuzzSharp;

namespace ShortsFactory.Captions.Fonts;

/// <summary>Which Noto font shows a character, by the writing system that Unicode counts it to.</summary>
internal static class ScriptFonts
{
    private const string CorePackage = "fonts-noto-core";
    private const string ChinesePackage = "fonts-noto-cjk";

    /// <summary>Writing systems whose Noto Sans has a bold face.</summary>
    private static readonly FrozenDictionary<Script, string> Bold = new Dictionary<Script, string>
    {
        [Script.Latin] = "",
        [Script.Greek] = "",
        [Script.Cyrillic] = "",
        [Script.Arabic] = "Arabic",
        [Script.Armenian] = "Armenian",
        [Script.Bengali] = "Bengali",
        [Script.CanadianSyllabics] = "CanadianAboriginal",
        [Script.Cherokee] = "Cherokee",
        [Script.Devanagari] = "Devanagari",
        [Script.Ethiopic] = "Ethiopic",
        [Script.Georgian] = "Georgian",
        [Script.Gujarati] = "Gujarati",
        [Script.Gurmukhi] = "Gurmukhi",
        [Script.Hebrew] = "Hebrew",
        [Script.Javanese] = "Javanese",
        [Script.Kannada] = "Kannada",
        [Script.Khmer] = "Khmer",
        [Script.Lao] = "Lao",
        [Script.Malayalam] = "Malayalam",
        [Script.Myanmar] = "Myanmar",
        [Script.Oriya] = "Oriya",
        [Script.Sinhala] = "Sinhala",
        [Script.Tamil] = "Tamil",
        [Script.Telugu] = "Telugu",
        [Script.Thaana] = "Thaana",
        [Script.Thai] = "Thai",
    }.ToFrozenDictionary();

    /// <summary>Writing systems whose Noto Sans has a regular face alone.</summary>
    private static readonly FrozenDictionary<Script, string> Regular = new Dictionary<Script, string>
    {
        [Script.Coptic] = "Coptic",
        [Script.EgyptianHieroglyphs] = "EgyptianHieroglyphs",
        [Script.Mongolian] = "Mongolian",
        [Script.Nko] = "NKo",
        [Script.Runic] = "Runic",
        [Script.Syriac] = "Syriac",
        [Script.Tifinagh] = "Tifinagh",
        [Script.Yi] = "Yi",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<Script> Chinese = new[] { Script.Han, Script.Hiragana, Script.Katakana, Script.Hangul, Script.Bopomofo }.ToFrozenSet();

    /// <summary>The writing system of a text: that of its first character that belongs to one, else of its first mark that some systems share.</summary>
    public static Script ScriptOf(string text)
    {
        var script = text.EnumerateRunes().Select(rune => UnicodeFunctions.Default.GetScript((uint)rune.Value)).FirstOrDefault(script => !IsShared(script), Script.Common);
        return script == Script.Common ? text.Select(ScriptOfMark).FirstOrDefault(mark => mark != Script.Common, Script.Common) : script;
    }

    /// <summary>Whether characters of the script, such as marks and digits, stand in texts of any writing system.</summary>
    public static bool IsShared(Script script) => script == Script.Common || script == Script.Inherited || script == Script.Unknown;

    /// <summary>Whether a character belongs to one writing system.</summary>
    public static bool HasScript(Rune rune) => !IsShared(UnicodeFunctions.Default.GetScript((uint)rune.Value));

    /// <summary>Commas and full stops that Unicode counts to no writing system, but that few fonts have.</summary>
    private static Script ScriptOfMark(char mark) => mark switch
    {
        >= '\u0600' and <= '\u06FF' => Script.Arabic,
        '\u0964' or '\u0965' => Script.Devanagari,
        (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') => Script.Han,
        _ => Script.Common,
    };

    /// <summary>The fonts to try in order; none for a writing system that Noto Sans does not know.</summary>
    /// <param name="script">The writing system.</param>
    /// <param name="bold">Whether the template's letters are bold.</param>
    /// <param name="language">The text's language: Chinese, Japanese and Korean draw the same characters in ways of their own.</param>
    public static IReadOnlyList<ScriptFont> For(Script script, bool bold, string language)
    {
        var weight = bold ? "Bold" : "Regular";
        if (Chinese.Contains(script))
        {
            return [new ScriptFont($"NotoSansCJK-{weight}.ttc", ChinesePackage, FaceFor(script, language))];
        }

        if (Bold.TryGetValue(script, out var name))
        {
            return [new ScriptFont($"NotoSans{name}-{weight}.ttf", CorePackage)];
        }

        if (Regular.TryGetValue(script, out name))
        {
            return [new ScriptFont($"NotoSans{name}-Regular.ttf", CorePackage)];
        }

        return IsShared(script)
            ? [new ScriptFont($"NotoSans-{weight}.ttf", CorePackage), new ScriptFont($"NotoSansSymbols-{weight}.ttf", CorePackage),
                new ScriptFont("NotoSansSymbols2-Regular.ttf", CorePackage), new ScriptFont("NotoSansMath-Regular.ttf", CorePackage)]
            : [];
    }

    /// <summary>The order of faces in the file is Japan, Korea, mainland China, Taiwan, Hong Kong.</summary>
    private static int FaceFor(Script script, string language) => language.ToUpperInvariant() switch
    {
        "JA" or ['J', 'A', '-', ..] => 0,
        "KO" or ['K', 'O', '-', ..] => 1,
        ['Y', 'U', 'E', ..] or [.., '-', 'H', 'K'] => 4,
        [.., '-', 'T', 'W'] or [.., 'H', 'A', 'N', 'T'] => 3,
        _ when script == Script.Hiragana || script == Script.Katakana => 0,
        _ when script == Script.Hangul => 1,
        _ => 2,
    };
}
