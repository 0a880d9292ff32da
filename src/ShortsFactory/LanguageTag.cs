namespace ShortsFactory;

/// <summary>Compares languages, which different lists call by different tags.</summary>
internal static class LanguageTag
{
    // Where BCP 47 knows a language by two tags: the one that most people write, and the one that means the same here.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zh"] = "cmn",
        ["no"] = "nb",
        ["iw"] = "he",
        ["in"] = "id",
        ["tl"] = "fil",
    };

    /// <summary>Whether two BCP 47 tags mean the same language, regions and scripts apart.</summary>
    public static bool IsSame(string tag, string other) => string.Equals(Primary(tag), Primary(other), StringComparison.OrdinalIgnoreCase);

    private static string Primary(string tag)
    {
        var primary = tag.Split('-', '_')[0];
        return Synonyms.GetValueOrDefault(primary, primary);
    }
}
