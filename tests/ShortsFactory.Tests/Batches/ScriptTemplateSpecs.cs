using CsCheck;
using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Batches;

public sealed class ScriptTemplateSpecs
{
    private const string Quote = """
        ---
        title: "{{work}}: {{author}}"   # shown in the report
        voice: {{voice}}
        rate: 150
        ---
        {{quote}}

        ## scene
        background: {{background}}

        **{{author}}**, {{row}}.
        """;

    [Fact]
    public void Cells_are_values_where_settings_stand_and_text_elsewhere()
    {
        var script = Parse(Quote, ("work", "Tom: \"the\" #1"), ("author", "Ann"), ("voice", ""), ("quote", "Hi there."), ("background", "color:#102030"));

        Assert.Equal("Tom: \"the\" #1: Ann", script.Title);
        Assert.Null(script.Voice);
        Assert.Equal(150, script.Rate);
        Assert.Equal([null, "color:#102030"], script.Scenes.Select(scene => scene.Background));
        Assert.Equal(["Hi there.", "Ann, 7."], script.Sentences.Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("x\nvoice: espeak-ng:de")]
    [InlineData("x\" \nvoice: \"y")]
    [InlineData("x # y")]
    [InlineData("---\nvoice: y")]
    [InlineData("{a: b}")]
    [InlineData("\\")]
    [InlineData("emoji 🐙 and \u2028 line")]
    public void A_value_never_becomes_another_setting(string cell)
    {
        var script = Parse("---\ntitle: {{cell}}\n---\nHi.\n", ("cell", cell));

        Assert.Null(script.Voice);
        Assert.Equal(string.Join(' ', cell.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), string.Join(' ', script.Title.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("Hi.", Assert.Single(script.Sentences).Text);
    }

    [Theory]
    [InlineData("## scene\nbackground: x.mp4")]
    [InlineData("background: x.mp4")]
    [InlineData("**bold** and *more*")]
    [InlineData("[pause 400ms] {NASA|nassa} ~~no~~ word[2]")]
    [InlineData("<!-- x --> <b>y</b> &amp;")]
    [InlineData("| a | b |")]
    [InlineData("1. one - two # three")]
    [InlineData("`code` ![p](x.png) \\ end")]
    public void A_cell_in_the_text_is_shown_as_it_stands(string cell)
    {
        var script = Parse("---\nvoice: flite:slt\n---\nBegin.\n\n## scene\n{{cell}}\n", ("cell", cell));

        Assert.Equal(2, script.Scenes.Count);
        Assert.All(script.Scenes, scene => Assert.Null(scene.Background));
        Assert.DoesNotContain(script.Sentences.SelectMany(sentence => sentence.Words), word => word.Emphasis);
        Assert.Equal("Begin." + Bare(cell), Bare(string.Concat(script.Sentences.Select(sentence => sentence.Text))));
    }

    [Fact]
    public void No_cell_can_break_out_of_its_place()
    {
        string[] pieces = ["#", "##", " scene", "\n", "\n\n", "---", "background:", " x", "{", "}", "|", "[", "]", "pause 1s", "*", "**", "_", "~~", "<!--", "-->", "`", "```", "\\", "1.", "-", "+", ">", "=", ":", "^2", "&lt;", "!", "(", ")", "word ", "Ann's ", "\t", "$5 ", "http://x.y/z "];
        var drawn = Gen.Int[0, pieces.Length - 1].Array[1, 12].Select(numbers => string.Concat(numbers.Select(number => pieces[number])) + " word");
        drawn.Sample(
            cell =>
            {
                var script = Parse("---\ntitle: T\n---\nBegin.\n\n## scene\n{{cell}}\n\n- {{cell}}\n", ("cell", cell));

                Assert.Equal(("T", null, 2), (script.Title, script.Voice, script.Scenes.Count));
                Assert.All(script.Scenes, scene => Assert.Null(scene.Background));
                Assert.Equal("Begin." + Bare(cell) + Bare(cell), Bare(string.Concat(script.Sentences.Select(sentence => sentence.Text))));
            },
            iter: 300);
    }

    [Fact]
    public void Empty_lines_of_a_cell_begin_a_paragraph_and_line_breaks_do_not()
    {
        var script = Parse("{{cell}}\nBye.", ("cell", "One\r\ntwo.\n\n\nThree. "));

        Assert.Equal(["One two.", "Three.", "Bye."], script.Sentences.Select(sentence => sentence.Text));
        Assert.True(script.Sentences.First().EndsParagraph);
    }

    [Fact]
    public void Lines_of_the_filled_script_are_known_in_the_template()
    {
        var filled = new ScriptTemplate("{{cell}}\n\nBye {now.\n", "quote.md").Fill(Row([("cell", "One.\n\nTwo.\n\nThree.")]));

        Assert.Equal("Bye {now.", filled.Text.Split('\n')[6]);
        Assert.Equal(3, filled.Lines[6]);
    }

    [Theory]
    [InlineData("---\n{{name}}: x\n---\nHi.", 2)]
    [InlineData("---\ntitle: x\nvoice: [{{name}}]\n---\nHi.", 3)]
    [InlineData("---\ntitle: |\n  {{name}}\n---\nHi.", 3)]
    [InlineData("---\ntitle: {a: {{name}} }\n---\nHi.", 2)]
    public void Where_a_cell_could_mean_anything_it_is_refused_with_the_line(string template, int line)
    {
        var error = Assert.Throws<InvalidInputException>(() => new ScriptTemplate(template, "quote.md"));

        Assert.Equal(("quote.md", line), (error.Path, error.Line));
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_named_with_what_was_meant()
    {
        var table = new Table { Path = "t.csv", Columns = ["quote", "author"], Rows = [], Problems = [] };

        var error = Assert.Single(new ScriptTemplate("Hi.\n{{authr}} {{row}} {{ QUOTE }}", "quote.md").MissingIn(table));

        Assert.StartsWith("quote.md:2: The table 't.csv' has no column 'authr'. Did you mean 'author'?", error.Message, StringComparison.Ordinal);
    }

    private static Script Parse(string template, params (string Name, string Value)[] cells) =>
        ScriptParser.Parse(new ScriptTemplate(template, "quote.md").Fill(Row(cells)).Text, "quote.md");

    private static TableRow Row((string Name, string Value)[] cells) => new()
    {
        Line = 8,
        Number = 7,
        Cells = cells.ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.OrdinalIgnoreCase),
    };

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
