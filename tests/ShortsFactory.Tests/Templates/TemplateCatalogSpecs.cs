using ShortsFactory.Pipeline;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Templates;

public sealed class TemplateCatalogSpecs
{
    private const string Fonts = "fonts:\n  - file: Inter-Bold.otf\n    package: fonts-inter\n";

    private static readonly string BuiltIn = Home.Find().Templates;

    [Fact]
    public void Templates_are_listed_in_order_with_what_each_alone_looks_like()
    {
        var templates = new TemplateCatalog(BuiltIn).List();

        Assert.Equal(14, templates.Count);
        Assert.Equal(templates.Select(template => template.Name).Order(StringComparer.Ordinal), templates.Select(template => template.Name), StringComparer.Ordinal);
        Assert.Equal(templates.Count, templates.Select(template => template.Description).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("sise: 80", "odd.yaml:5: 'sise' is not a setting of a caption template. Did you mean 'size'?")]
    [InlineData("shadow:\n  colour: \"#000000\"", "odd.yaml:6: 'shadow.colour' is not a setting of a caption template. Did you mean 'color'?")]
    [InlineData("size: 1000", "odd.yaml:5: 'size' is '1000', but must be a number from 24 to 240.")]
    [InlineData("words: 2.5", "odd.yaml:5: 'words' is '2.5', but must be a whole number from 1 to 20.")]
    [InlineData("case: uper", "odd.yaml:5: 'case' is 'uper', but must be one of as-is, lower, upper. Did you mean 'upper'?")]
    [InlineData("size: [1]", "odd.yaml:5: 'size' must be a single value.")]
    [InlineData("shadow: 3", "odd.yaml:5: 'shadow' must hold indented lines of the form 'key: value'.")]
    [InlineData("colors: { text: red }", "odd.yaml:5: 'colors.text' is 'red', but must be a colour such as \"#FFD400\", or \"#FFD40080\" with opacity, in quotes.")]
    [InlineData("position: { x: 200 }", "odd.yaml:5: 'position.x' leaves 160 pixels for a line inside the safe zone, but twice the size, 192, are needed.")]
    public async Task What_is_wrong_is_said_with_file_line_and_key(string line, string expected)
    {
        await using var run = new TestRun();

        var error = Assert.Throws<InvalidInputException>(() => Load(run, $"description: Odd.\n{Fonts}{line}\n"));

        Assert.Equal(Path.Combine(run.Scope.Directory, expected), error.Message);
    }

    [Theory]
    [InlineData(Fonts, 1, "'description' is missing")]
    [InlineData("description: Odd.", 1, "'fonts' must be a list")]
    [InlineData("description: Odd.\nfonts:\n  - file: ../x.otf\n    package: x", 3, "without a folder")]
    [InlineData("description: Odd.\nfonts: [", 3, "not valid YAML")]
    [InlineData("description: Odd.\ndescription: Odd.", 2, "not valid YAML")]
    [InlineData("", null, "Expected lines of the form")]
    public async Task A_file_that_cannot_be_read_is_refused(string text, int? line, string expected)
    {
        await using var run = new TestRun();

        var error = Assert.Throws<InvalidInputException>(() => Load(run, text));

        Assert.Equal(line, error.Line);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public async Task A_template_needs_no_more_than_a_description_and_a_font()
    {
        await using var run = new TestRun();

        Load(run, "description: Odd.\n" + Fonts);
    }

    private static void Load(TestRun run, string text)
    {
        File.WriteAllText(Path.Combine(run.Scope.Directory, "odd.yaml"), text);
        new TemplateCatalog(BuiltIn, run.Scope.Directory).Load("odd");
    }
}
