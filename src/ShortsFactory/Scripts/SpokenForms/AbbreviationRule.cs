using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says abbreviations (Dr., vs., etc., No. 5, U.S.) and initials (J. R. R.).</summary>
internal static partial class AbbreviationRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var word = here[0];
        if (Abbreviations.Find(word.Core) is { } abbreviation && (word.HasFullStop || !abbreviation.NeedsFullStop))
        {
            return SayKnown(abbreviation, here);
        }

        if (Abbreviations.IsDotted(word.Core) && (word.HasFullStop || word.Core.Length > 3))
        {
            return [NumberWords.Letters(word.Core)];
        }

        return Initials().IsMatch(word.Core) && word.HasFullStop ? [NumberWords.Letters(word.Core)] : null;
    }

    private static string[]? SayKnown(Abbreviation abbreviation, WordsAt here)
    {
        if (abbreviation.Place == AbbreviationPlace.BeforeNumber)
        {
            return here[0].Marks is "" or "." && Number().IsMatch(here[1].Core) ? [abbreviation.Spoken] : null;
        }

        return here.Core switch
        {
            "St" when !here[1].StartsUpper => ["street"],
            "Dr" when !here[1].StartsUpper && here[-1].StartsUpper => ["drive"],
            _ => [abbreviation.Spoken],
        };
    }

    [GeneratedRegex("^[A-Z]$")]
    private static partial Regex Initials();

    [GeneratedRegex("^[0-9]")]
    private static partial Regex Number();
}
