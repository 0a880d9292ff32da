using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed class ScriptFuzzSpecs
{
    private static readonly string[] Pieces =
    [
        "---\n", "title: ", "voice", ":", "\n", "\n\n", "\r\n", "\t", " ", "  \n", "# ", "## scene\n", "background: a.jpg\n", "- ", "1. ", "> ", "[pause 400ms]", "[pause", "]", "[", "{", "|", "}", "{a|b}",
        "<!--", "-->", "<b>", "![", "](", ")", "**", "*", "_", "`", "```\n", "\\", "&amp;", "&", "#", "@", "$", "£", "%", "°C", "½", "²", "10", "1,200", "3.14", "1984", "-", "–", "—", "--", "...", "…", ".", ",",
        "?", "!", "'", "’", "“", "\"", "(", "/", "+", "=", "~", "<", ">", "×", "→", "Dr.", "U.S.", "p.m.", "No.", "FBI", "NASA", "word", "Word", "I", "VIII", "km", "s", "x", "k", "M", "5", "0", "7:30", "e.g.",
        "🐙", "👨‍👩‍👧", "🇩🇪", "1️⃣", "\u200D", "\u200B", "\uFE0F", "\u0301", "é", "ß", "日本", "\uD83D", "\uDC19", "\u00A0", "{\"text\": \"", "\"}", "null", "www.", ".com", "https://", "#tag",
        "1/2", "^2", "^", "~~", "[^2]", "[2]", "27M", "25F", "1e6", "sq.", "ft", "\"x", "Mon-Fri", "9am-", ":)", "©", "USD", "Apt.", "St.", "r/", "he/she", "AC/DC", "3/5/24", "221B", "Flight ", "⁻⁹", "°F/", "1h", "30m",
    ];

    [Fact(Timeout = 120_000)]
    public async Task Whatever_is_written_is_read_or_refused_and_English_stays_speakable()
    {
        var random = new Random(20);
        string[] names = ["a.md", "a.txt", "a.json", "-"];
        var read = 0;
        await Task.Run(() =>
        {
            for (var count = 0; count < 10_000; count++)
            {
                var text = string.Concat(random.GetItems(Pieces, random.Next(1, 14)));
                read += IsRead(text, names[count % names.Length]) ? 1 : 0;
            }
        }, TestContext.Current.CancellationToken);

        Assert.True(read > 2_000, $"Only {read} of the texts were read.");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("a ")]
    [InlineData("a")]
    [InlineData("5")]
    [InlineData("1,234")]
    [InlineData("1.")]
    [InlineData("a.b")]
    [InlineData("🐙 ")]
    [InlineData("🐙\n\n")]
    [InlineData("a-")]
    [InlineData("'s")]
    [InlineData("A&")]
    [InlineData("1-")]
    [InlineData("5\" ")]
    [InlineData("1/2 ")]
    [InlineData("1h")]
    [InlineData("2*")]
    [InlineData("~~a")]
    [InlineData("[^2]")]
    [InlineData("|--")]
    [InlineData("Hi. [pause 1ms]\n")]
    [InlineData("{a|b}")]
    [InlineData("[")]
    [InlineData("**a")]
    [InlineData("> - ")]
    [InlineData("<!-- a -->")]
    public async Task A_huge_script_is_read_or_refused_in_seconds(string piece) =>
        await Task.Run(() => IsRead("Hi " + string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length)), "a.md"), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    private static bool IsRead(string text, string name)
    {
        try
        {
            var script = ScriptParser.Parse(text, name);
            Assert.NotEmpty(script.Scenes);
            foreach (var sentence in script.Sentences)
            {
                Assert.Contains(sentence.Words, word => word.SpokenWords.Count > 0);
                Assert.All(sentence.Words, IsSound);
            }

            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{name}: {text[..Math.Min(text.Length, 200)]}", exception);
        }
    }

    private static void IsSound(DisplayWord word)
    {
        Assert.False(word.Text.Length == 0 || word.Text.Any(char.IsWhiteSpace), $"'{word.Text}' is no word.");
        var isSpeakable = word.Spoken.All(character => char.IsAsciiLetter(character) || "' -,.?!;:".Contains(character, StringComparison.Ordinal));
        Assert.True(isSpeakable && (word.Spoken.Length == 0 || char.IsAsciiLetter(word.Spoken[0])), $"'{word.Text}' is said '{word.Spoken}'.");
    }
}
