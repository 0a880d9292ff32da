using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>A shown word as the rules see it: what it says, apart from what stands around it.</summary>
internal sealed record SourceWord
{
    /// <summary>Stands beyond the ends of a sentence.</summary>
    public static readonly SourceWord None = new();

    /// <summary>The whole word; apostrophes, hyphens and minus signs are plain ASCII.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The word without quotes, brackets and marks around it.</summary>
    public string Core { get; private init; } = "";

    /// <summary>The marks behind the word.</summary>
    public string Marks { get; private init; } = "";

    /// <summary>Whether a full stop follows directly, as it does for abbreviations.</summary>
    public bool HasFullStop => Marks.StartsWith('.');

    /// <summary>Whether a mark parts the word from the next one.</summary>
    public bool IsClosed => Marks.Length > 0;

    public bool StartsUpper => Core.Length > 0 && char.IsUpper(Core[0]);

    public bool StartsLower => Core.Length > 0 && char.IsLower(Core[0]);

    /// <summary>The melody that the marks ask for: the strongest one; a full stop inside a sentence only abbreviates.</summary>
    public string Melody(bool isLast) => Marks switch
    {
        "" => "",
        _ when Marks.Contains('?', StringComparison.Ordinal) || Marks.AsSpan().IndexOfAny("？؟") >= 0 => "?",
        _ when Marks.Contains('!', StringComparison.Ordinal) || Marks.Contains('！', StringComparison.Ordinal) => "!",
        _ when isLast && Marks.AsSpan().IndexOfAny(".…。｡۔।॥") >= 0 => ".",
        _ when Marks.Contains(';', StringComparison.Ordinal) => ";",
        _ when Marks.Contains(':', StringComparison.Ordinal) => ":",
        _ when Marks is not ("." or "。") => ",",
        _ => "",
    };

    public static SourceWord Parse(string text)
    {
        var plain = text.Replace('’', '\'').Replace('‘', '\'').Replace('−', '-').Replace('–', '-').Replace('‑', '-').Replace('‐', '-').Replace('⁄', '/');
        return new SourceWord { Text = plain, Core = Punctuation.Trim(plain), Marks = Punctuation.MarksBehind(plain) };
    }
}
