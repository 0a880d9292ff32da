using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Batches;

public sealed class CsvTableSpecs
{
    [Theory]
    [InlineData("quote,author\nHello.,Ann\nBye.,Bob\n")]
    [InlineData("quote;author\r\nHello.;Ann\r\nBye.;Bob")]
    [InlineData("quote\tauthor\nHello.\tAnn\nBye.\tBob\n")]
    [InlineData("sep=;\nquote;author\nHello.;Ann\nBye.;Bob\n")]
    [InlineData("\"quote\",\"author\"\n \"Hello.\" , Ann \n\n,,\nBye.,\"Bob\"\n")]
    public void Tables_are_read_as_spreadsheets_write_them(string text)
    {
        var table = CsvTable.Read(text.Replace(",,\n", ",\n", StringComparison.Ordinal), "t.csv");

        Assert.Empty(table.Problems);
        Assert.Equal(["quote", "author"], table.Columns);
        Assert.Equal(["Hello. Ann", "Bye. Bob"], table.Rows.Select(row => $"{row.Cells["quote"]} {row.Cells["Author"]}"));
    }

    [Fact]
    public void A_cell_may_hold_separators_quotes_and_line_breaks_and_rows_keep_their_lines()
    {
        var table = CsvTable.Read("quote,author\n\"One, \"\"two\"\"\nthree\",Ann\n\nBye.,Bob\n", "t.csv");

        Assert.Equal("One, \"two\"\nthree", table.Rows[0].Cells["quote"]);
        Assert.Equal([2, 5], table.Rows.Select(row => row.Line));
        Assert.Equal([1, 2], table.Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("a,b\n1,2\n1,2,3\n", "t.csv:3: The row has 3 cells, but there are 2 columns")]
    [InlineData("a,b\n1\n", "t.csv:2: The row has 1 cells, but there are 2 columns")]
    [InlineData("a,b\n\"1,2\n3,4\n", "t.csv:2: A quote opens or closes in the wrong place")]
    [InlineData("a,b\n1,5\" pipe\n", "t.csv:2: A quote opens or closes in the wrong place")]
    public void A_row_that_cannot_be_read_is_told_with_its_line(string text, string message)
    {
        var table = CsvTable.Read(text, "t.csv");

        Assert.StartsWith(message, Assert.Single(table.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The table is empty")]
    [InlineData("a,,b\n1,2,3\n", "Column 2 has no name")]
    [InlineData("a,A\n1,2\n", "Two columns are named 'a'")]
    public void A_header_that_names_no_columns_is_refused(string text, string message)
    {
        var error = Assert.Throws<InvalidInputException>(() => CsvTable.Read(text, "t.csv"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mark_of_utf8_or_utf16_is_no_part_of_the_first_column()
    {
        var folder = Directory.CreateTempSubdirectory("table-").FullName;
        try
        {
            foreach (var encoding in (System.Text.Encoding[])[new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), System.Text.Encoding.Unicode])
            {
                var path = Path.Combine(folder, "t.csv");
                await File.WriteAllTextAsync(path, "quote;author\nÜber;Ann\n", encoding, TestContext.Current.CancellationToken);

                var table = await TableFile.ReadAsync(path, TestContext.Current.CancellationToken);

                Assert.Equal("Über", Assert.Single(table.Rows).Cells["quote"]);
            }

            var latin = Path.Combine(folder, "latin.csv");
            await File.WriteAllBytesAsync(latin, "quote\nplain\n"u8.ToArray().Append((byte)0xDC).ToArray(), TestContext.Current.CancellationToken);
            var error = await Assert.ThrowsAsync<InvalidInputException>(() => TableFile.ReadAsync(latin, TestContext.Current.CancellationToken));
            Assert.Equal(3, error.Line);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Lines_of_json_are_rows_and_a_line_that_is_none_is_told()
    {
        var table = JsonLinesTable.Read("{\"quote\":\"Hi.\",\"year\":1859,\"note\":null}\n\nnonsense\n{\"quote\":[1]}\n{\"quote\":\"Bye.\",\"new\":true}\n", "t.jsonl");

        Assert.Equal(["quote", "year", "note", "new"], table.Columns);
        Assert.Equal(["Hi. 1859 ", "Bye.  "], table.Rows.Select(row => $"{row.Cells["quote"]} {row.Cells.GetValueOrDefault("year", "")} {row.Cells.GetValueOrDefault("note", "")}"));
        Assert.Equal([3, 4], table.Problems.Select(problem => problem.Line!.Value));
    }
}
