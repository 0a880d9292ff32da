using System.Text.Json;
using ShortsFactory.Pipeline;
using ShortsFactory.Templates;
using YamlDotNet.RepresentationModel;

namespace ShortsFactory.Tests.Templates;

public sealed class TemplateCatalogSpecs
{
    private const string Fonts = "fonts:\n  - file: Inter-Bold.otf\n    package: fonts-inter\n";

    private static readonly string BuiltIn = Home.Find().Templates;

    [Fact]
    public void Both_templates_are_listed_with_what_they_look_like()
    {
        var templates = new TemplateCatalog(BuiltIn).List();

        Assert.Equal(["bold-pop", "clean"], templates.Select(template => template.Name), StringComparer.Ordinal);
        Assert.All(templates, template => Assert.NotEmpty(template.Description));
    }

    [Theory]
    [InlineData("sise: 80", "odd.yaml:5: 'sise' is not a setting of a caption template. Did you mean 'size'?")]
    [InlineData("shadow:\n  colour: \"#000000\"", "odd.yaml:6: 'shadow.colour' is not a setting of a caption template. Did you mean 'color'?")]
    [InlineData("size: 1000", "odd.yaml:5: 'size' is '1000', but must be a number from 24 to 240.")]
    [InlineData("words: 2.5", "odd.yaml:5: 'words' is '2.5', but must be a whole number from 1 to 20.")]
    [InlineData("case: uper", "odd.yaml:5: 'case' is 'uper', but must be one of as-is, upper. Did you mean 'upper'?")]
    [InlineData("size: [1]", "odd.yaml:5: 'size' must be a single value.")]
    [InlineData("shadow: 3", "odd.yaml:5: 'shadow' must hold indented lines of the form 'key: value'.")]
    [InlineData("colors: { text: red }", "odd.yaml:5: 'colors.text' is 'red', but must be a colour such as \"#FFD400\", or \"#FFD40080\" with opacity, in quotes.")]
    [InlineData("position: { x: 200 }", "odd.yaml:5: 'position.x' leaves 160 pixels for a line inside the safe zone, but three times the size, 288, are needed.")]
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

    [Fact]
    public void The_schema_for_editors_knows_exactly_the_settings_that_the_templates_explain()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(BuiltIn, "template.schema.json")));

        var explained = Directory.GetFiles(BuiltIn, "*.yaml").SelectMany(path =>
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(File.ReadAllText(path)));
            return KeysOf(yaml.Documents[0].RootNode, "");
        });

        Assert.Equal(explained.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), KeysOf(schema.RootElement, "").Order(StringComparer.Ordinal));
    }

    private static void Load(TestRun run, string text)
    {
        File.WriteAllText(Path.Combine(run.Scope.Directory, "odd.yaml"), text);
        new TemplateCatalog(run.Scope.Directory).List();
    }

    private static IEnumerable<string> KeysOf(YamlNode node, string prefix) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(child => KeysOf(child.Value, $"{prefix}/{child.Key}").Prepend($"{prefix}/{child.Key}")),
        YamlSequenceNode list => list.Children.SelectMany(item => KeysOf(item, prefix)),
        _ => [],
    };

    private static IEnumerable<string> KeysOf(JsonElement schema, string prefix)
    {
        if (schema.TryGetProperty("items", out var items))
        {
            return KeysOf(items, prefix);
        }

        return schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property => KeysOf(property.Value, $"{prefix}/{property.Name}").Prepend($"{prefix}/{property.Name}"))
            : [];
    }
}
