using ShortsFactory.Batches;
using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Batches;

public sealed class OutputNamesSpecs
{
    [Theory]
    [InlineData("{{title}}", "Why octopuses have three hearts?", "Why-octopuses-have-three-hearts")]
    [InlineData("{{title}}", "../../etc/passwd", "etc-passwd")]
    [InlineData("{{title}}", "Charlotte Brontë & \"Ann\"", "Charlotte-Brontë-Ann")]
    [InlineData("{{title}}-{{row}}", "日本 語", "日本-語-3")]
    [InlineData("series/{{title}}", "a/b", "series/a-b")]
    public void A_video_is_named_by_letters_and_digits_of_cells(string pattern, string title, string name) =>
        Assert.Equal(name, OutputNames.Of(Row(title), Table(12), pattern));

    [Fact]
    public void Without_a_pattern_rows_are_numbered_so_that_they_sort() =>
        Assert.Equal("quotes-003", OutputNames.Of(Row("x"), Table(120), pattern: null));

    [Theory]
    [InlineData("{{title}}", "!!!")]
    [InlineData("{{title}}/x", "")]
    public void A_name_that_would_be_empty_is_refused_with_the_row(string pattern, string title)
    {
        var error = Assert.Throws<InvalidInputException>(() => OutputNames.Of(Row(title), Table(12), pattern));

        Assert.Equal(4, error.Line);
    }

    [Fact]
    public void Names_that_meet_are_told_with_all_places()
    {
        PlannedSource[] sources =
        [
            new() { Path = "/a/one.md", Name = "one" }, new() { Path = "/b/one.txt", Name = "One" }, new() { Path = "/a/two.md", Name = "two" },
        ];

        var error = Assert.Single(OutputNames.Collisions(sources));

        Assert.StartsWith("2 shorts would be written to 'one.mp4': /a/one.md, /b/one.txt.", error.Message, StringComparison.Ordinal);
    }

    private static TableRow Row(string title) => new() { Line = 4, Number = 3, Cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["title"] = title } };

    private static Table Table(int rows) => new() { Path = "/t/quotes.csv", Columns = ["title"], Rows = [.. Enumerable.Repeat(Row("x"), rows)], Problems = [] };
}
