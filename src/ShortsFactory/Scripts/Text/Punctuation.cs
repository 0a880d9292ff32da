namespace ShortsFactory.Scripts.Text;

/// <summary>What stands around a word: quotes, brackets, and the marks that end a sentence.</summary>
internal static class Punctuation
{
    /// <summary>Quotes, brackets and footnote marks behind a word.</summary>
    public const string Closers = "\"'”’»›)]}*_“†‡」』）】》〉";

    /// <summary>Quotes and brackets before a word.</summary>
    public const string Openers = "\"'“”‘’«‹„‚([{*_¿¡「『（【《〈";

    /// <summary>Marks that end a sentence for certain, in the scripts that have marks of their own: Arabic, Urdu, Hindi, Chinese, Japanese.</summary>
    public const string FullStops = "!?。！？｡؟۔।॥";

    /// <summary>Marks after which a voice pauses and a reader waits.</summary>
    public const string Pauses = ".,;:…،؛۔।॥。｡、，；：";

    /// <summary>Marks that end a word without belonging to it.</summary>
    public const string Marks = FullStops + Pauses;

    /// <summary>Everything that may follow a word in <see cref="Trim"/>.</summary>
    private const string Trailing = Closers + Marks + "™®";

    /// <summary>The word without what stands around it.</summary>
    public static string Trim(string text) => text.TrimStart(Openers.ToCharArray()).TrimEnd(Trailing.ToCharArray());

    /// <summary>The marks behind the word, its quotes and brackets dropped.</summary>
    public static string MarksBehind(string text)
    {
        var begin = text.Length;
        while (begin > 0 && Trailing.Contains(text[begin - 1], StringComparison.Ordinal))
        {
            begin--;
        }

        return string.Concat(text[begin..].Where(character => Marks.Contains(character, StringComparison.Ordinal)));
    }
}
