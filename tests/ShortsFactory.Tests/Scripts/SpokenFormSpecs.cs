using System.Runtime.CompilerServices;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed class SpokenFormSpecs
{
    private const string Arrow = " => ";

    [Theory]
    [InlineData("Numbers")]
    [InlineData("Money")]
    [InlineData("Dates")]
    [InlineData("Units")]
    [InlineData("Abbreviations")]
    [InlineData("Signs")]
    public void English_is_said_as_people_say_it(string table)
    {
        var shown = File.ReadLines(PathOf(table)).Select(line => line.Split(Arrow)[0]);
        Golden.Matches(string.Join('\n', shown.Select(Row)), $"Spoken{table}");
    }

    [Theory]
    [InlineData("en", "On | March fifth twenty twenty four | or | May third twenty twenty four")]
    [InlineData("en-US", "On | March fifth twenty twenty four | or | May third twenty twenty four")]
    [InlineData("en-GB", "On | the third of May twenty twenty four | or | the fifth of March twenty twenty four")]
    [InlineData("en-AU", "On | the third of May twenty twenty four | or | the fifth of March twenty twenty four")]
    public void The_language_says_whether_the_day_or_the_month_is_first(string language, string spoken) =>
        Assert.Equal(spoken, string.Join(" | ", Words($"---\nlanguage: {language}\n---\nOn 3/5/24 or 05/03/2024").Select(word => word.Spoken)));

    [Fact]
    public void Another_language_is_left_to_its_voice()
    {
        var words = Words("---\nlanguage: de\n---\nDr. Müller zahlt „1.200 €“ für 5 km – z. B. am 3. Mai. 🐙 {NASA|nassa}!");

        Assert.Equal("Dr. | Müller | zahlt | 1.200 | € | für | 5 | km, | z. | B. | am | 3. | Mai. | nassa!", string.Join(" | ", words.Where(word => word.Spoken.Length > 0).Select(word => word.Spoken)));
    }

    [Fact]
    public void The_recogniser_gets_lower_case_words_without_punctuation()
    {
        var words = Words("Don't pay $1,200 at 5 p.m., dogs' FBI-owned 🐙!").Select(word => string.Join('+', word.SpokenWords));

        Assert.Equal("don't pay one+thousand+two+hundred+dollars at five p+m dogs f+b+i+owned ", string.Join(' ', words));
    }

    [Fact]
    public void Every_spoken_word_of_English_has_only_letters_and_melody()
    {
        var words = Directory.EnumerateFiles(Path.GetDirectoryName(PathOf("Numbers"))!, "Spoken*.approved.txt")
            .SelectMany(File.ReadLines)
            .SelectMany(line => Words(line.Split(Arrow)[0]))
            .ToArray();

        Assert.True(words.Length > 700);
        Assert.All(words, word => Assert.Matches("^([A-Za-z']+([ -][A-Za-z']+)*[,.?!;:]?)?( [A-Za-z'-]+[,.?!;:]?)*$", word.Spoken));
    }

    private static string Row(string shown) => shown + Arrow + string.Join(" | ", Words(shown).Select(word => word.Spoken.Length == 0 ? "-" : word.Spoken));

    private static IEnumerable<DisplayWord> Words(string text) => ScriptParser.Parse(text, "script.md").Sentences.SelectMany(sentence => sentence.Words);

    private static string PathOf(string table, [CallerFilePath] string testFile = "") => Path.Combine(Path.GetDirectoryName(testFile)!, $"Spoken{table}.approved.txt");
}
