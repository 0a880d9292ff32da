using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Writes out how a sentence is said: numbers, money, dates, units, abbreviations and signs become words.</summary>
internal static class SpokenForm
{
    private static readonly IReadOnlyList<Rule> Rules =
    [
        WebRule.Say,
        PhoneRule.Say,
        CodeRule.Say,
        VerseRule.Say,
        DateRule.Say,
        DurationRule.Say,
        TimeRule.Say,
        AgeRule.Say,
        DesignationRule.Say,
        FractionRule.Say,
        PowerRule.Say,
        TemperatureRule.Say,
        MoneyRule.Say,
        CurrencyCodeRule.Say,
        YearRule.SayDecade,
        InchRule.Say,
        MeasureRule.Say,
        AbbreviationRule.Say,
        RomanRule.Say,
        YearRule.Say,
        YearRule.SayEra,
        NumberRule.Say,
        AcronymRule.Say,
        ArithmeticRule.Say,
        RangeRule.Say,
        SignRule.Say,
        AlternativeRule.Say,
        ModelRule.Say,
        CompoundRule.Say,
    ];

    /// <summary>Whether the rules know the language; what is written in another one is left to the voice.</summary>
    public static bool IsEnglish(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the language's readers write the day before the month; plain English is American here.</summary>
    private static bool IsDayFirst(string language) => language.ToUpperInvariant() is not ("EN" or "EN-US" or "EN-CA" or "EN-PH");

    /// <summary>What is said for each token of a sentence; nothing for a token that is only shown.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Token> sentence, string language)
    {
        var words = sentence.Select(token => SourceWord.Parse(Said(token))).ToArray();
        var spoken = IsEnglish(language)
            ? SayAll(words, index => sentence[index].SpokenAs, IsDayFirst(language))
            : [.. words.Select(word => word.Core.Any(IsSpeakable) ? word.Core + word.Marks : "")];
        AddMelody(words, spoken, isSentence: true);
        return spoken;
    }

    /// <summary>Says text of its own, such as the right side of <c>{shown|spoken}</c> or the parts of a compound.</summary>
    public static string Phrase(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SourceWord.Parse).ToArray();
        var spoken = SayAll(words, _ => null, isDayFirst: false);
        AddMelody(words, spoken, isSentence: false);
        return string.Join(' ', spoken.Where(said => said.Length > 0));
    }

    /// <summary>The text to say; of a picture, only the marks behind it.</summary>
    private static string Said(Token token) =>
        token.SpokenAs ?? (Emoji.IsPicture(token.Text) ? Punctuation.MarksBehind(token.Text) : Emoticon.MarksBehind(token.Text) ?? token.Text);

    private static string[] SayAll(SourceWord[] words, Func<int, string?> spokenAs, bool isDayFirst)
    {
        var spoken = new string[words.Length];
        for (var index = 0; index < words.Length;)
        {
            if (spokenAs(index) is { } text)
            {
                spoken[index] = Phrase(text);
                index++;
                continue;
            }

            foreach (var said in Say(new WordsAt(words, index, isDayFirst)))
            {
                spoken[index] = SpokenText.Clean(said);
                index++;
            }
        }

        return spoken;
    }

    private static IReadOnlyList<string> Say(WordsAt here)
    {
        foreach (var rule in Rules)
        {
            if (rule(here) is { } said)
            {
                return said;
            }
        }

        return [here.Core];
    }

    /// <summary>Adds the marks that shape the melody; those of a word that is only shown go to the word before it.</summary>
    private static void AddMelody(SourceWord[] words, string[] spoken, bool isSentence)
    {
        var lastSpoken = Array.FindLastIndex(spoken, said => said.Length > 0);
        var bearer = -1;
        for (var index = 0; index < words.Length; index++)
        {
            bearer = spoken[index].Length > 0 ? index : bearer;
            if (bearer >= 0 && char.IsLetterOrDigit(spoken[bearer][^1]))
            {
                spoken[bearer] += IsDash(words[index].Core) && !(words[index].Core is "-" && bearer == index) && index < lastSpoken ? "," : words[index].Melody(isLast: isSentence && index >= lastSpoken);
            }
        }
    }

    private static bool IsDash(string core) => core.Length > 0 && (core.EndsWith('—') || core.EndsWith("--", StringComparison.Ordinal) || core is "-");

    private static bool IsSpeakable(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character) || "&+=%€$£¥@#".Contains(character, StringComparison.Ordinal);
}
