namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says the slash between words of which one holds: he/she, his/her, yes/no. Others, as in she/her or and/or, only follow each other.</summary>
internal static class AlternativeRule
{
    private static readonly HashSet<string>[] Choices =
    [
        .. new[]
        {
            "he she they", "him her them", "his her their", "his hers theirs", "himself herself themselves", "boyfriend girlfriend partner bf gf", "man woman", "boy girl", "husband wife", "mom dad", "yes no maybe", "true false", "win lose",
        }.Select(words => new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase)),
    ];

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (here.Core is "s/he" or "S/he")
        {
            return ["he or she"];
        }

        var words = here.Core.Split('/');
        return words.Length > 1 && Array.Exists(Choices, choice => words.All(choice.Contains)) ? [string.Join(" or ", words.Select(SpokenForm.Phrase))] : null;
    }
}
