using ShortsFactory.Scripts.SpokenForms;

namespace ShortsFactory.Scripts.Text;

/// <summary>Cuts the tokens of a paragraph into sentences.</summary>
internal static class SentenceSplitter
{
    private const int LongSentence = 60;
    private const int LongestSentence = 100;

    private const string Starters =
        """
        a after all also although an and another any are as at because before both but by can could despite did do does during each even every
        few first finally for from had has have he her here his how however i if in instead is it it's its just last let like many maybe me meanwhile more most my
        never new next no nobody not nothing now of on once one only or other our over perhaps see she should since so some sometimes soon still such than that
        the their them then there these they this those though through thus to today together tomorrow two under until up was we well were what when where whether which while
        who why will with without would yes yet you your
        """;

    private static readonly HashSet<string> SentenceStarters = new(Starters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<IReadOnlyList<Token>> Split(IReadOnlyList<Token> tokens, bool isEnglish)
    {
        var begin = 0;
        for (var index = 0; index < tokens.Count; index++)
        {
            var next = index + 1 < tokens.Count ? tokens[index + 1] : null;
            // A picture behind the full stop belongs to the sentence that it illustrates.
            if (next is null || IsTooLong(tokens[index], index + 1 - begin) || (HasWord(next) && HasEnded(tokens, begin, index, isEnglish)))
            {
                yield return [.. tokens.Skip(begin).Take(index + 1 - begin)];
                begin = index + 1;
            }
        }
    }

    /// <summary>Text without full stops is cut too, at a comma if there is one: voice, recogniser and cache work sentence by sentence.</summary>
    private static bool IsTooLong(Token token, int length) =>
        length >= LongestSentence || (length >= LongSentence && Punctuation.MarksBehind(token.Text).Length > 0);

    private static bool HasWord(Token token) => token.Text.Any(char.IsLetterOrDigit) && !Emoji.IsPicture(token.Text);

    private static bool HasEnded(IReadOnlyList<Token> tokens, int begin, int index, bool isEnglish)
    {
        var last = index;
        while (last > begin && !HasWord(tokens[last]) && Punctuation.MarksBehind(tokens[last].Text).Length == 0)
        {
            last--;
        }

        // Only pictures may stand between the end and here; for what follows them, the next token with a word decides.
        return EndsSentence(tokens[last], last == begin ? null : tokens[last - 1], tokens[index + 1], isEnglish);
    }

    private static bool EndsSentence(Token token, Token? before, Token next, bool isEnglish)
    {
        var text = token.SpokenAs ?? token.Text;
        var marks = Punctuation.MarksBehind(text);
        var core = Punctuation.Trim(text);
        var isQuoted = text.Length > 0 && Punctuation.Closers.Contains(text[^1], StringComparison.Ordinal);
        if (marks.AsSpan().IndexOfAny(".…" + Punctuation.FullStops) < 0 || (isQuoted && StartsLower(next)))
        {
            return false;
        }

        if (marks.AsSpan().IndexOfAny(Punctuation.FullStops) >= 0)
        {
            return true;
        }

        if (marks.Contains('…', StringComparison.Ordinal) || marks.Contains("..", StringComparison.Ordinal))
        {
            return StartsUpper(next);
        }

        if (token.SpokenAs is not null)
        {
            return true;
        }

        // "1. Hearts" counts; many languages write ordinals so, and "z. B." with single letters.
        var isShort = core.Length is 1 or 2 && core.All(char.IsAsciiDigit) && (before is null || !isEnglish);
        var isUnit = before is not null && before.Text.Any(char.IsAsciiDigit) && StartsLower(next) && Units.Find(core) is not null;
        return !isShort && !isUnit && !(core.Length == 1 && !isEnglish) && !BelongsToWord(core, before, next);
    }

    /// <summary>Whether the full stop is part of an abbreviation that goes on.</summary>
    private static bool BelongsToWord(string core, Token? before, Token next)
    {
        var nextWord = Punctuation.Trim(next.Text);
        if (Abbreviations.Find(core) is { } abbreviation)
        {
            return abbreviation.Place switch
            {
                // "St." is a saint before a name, and a street behind one.
                AbbreviationPlace.BeforeName => !(core is "St" && before is not null && StartsUpper(before) && StartsUpper(next) && SentenceStarters.Contains(nextWord)),
                AbbreviationPlace.BeforeNumber => nextWord.Length > 0 && char.IsAsciiDigit(nextWord[0]),
                AbbreviationPlace.Inside => true,
                _ => !(StartsUpper(next) && SentenceStarters.Contains(nextWord)),
            };
        }

        var isInitial = (core.Length == 1 && char.IsUpper(core[0])) || Abbreviations.IsDotted(core);
        return isInitial && !(StartsUpper(next) && SentenceStarters.Contains(nextWord));
    }

    private static bool StartsUpper(Token token) => Punctuation.Trim(token.Text) is { Length: > 0 } word && (char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]));

    private static bool StartsLower(Token token) => Punctuation.Trim(token.Text) is { Length: > 0 } word && char.IsLower(word[0]);
}
