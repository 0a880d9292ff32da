using System.Globalization;
using System.Text.Json;
using ShortsFactory.Captions;
using ShortsFactory.Pipeline;
using ShortsFactory.Templates;
using YamlDotNet.RepresentationModel;

namespace ShortsFactory.Tests.Templates;

/// <summary>The schema for editors and the reader say the same.</summary>
public sealed class TemplateSchemaSpecs
{
    private const string Least = "description: Odd.\nfonts: [{ file: Inter-Bold.otf, package: fonts-inter }]\n";

    private static readonly string BuiltIn = Home.Find().Templates;
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(BuiltIn, "template.schema.json"))).RootElement;

    public static TheoryData<string> Settings => [.. Leaves(Schema.GetProperty("properties"), "").Select(leaf => leaf.Path).Where(path => path is not ("extends" or "fonts" or "description") && !FreeTexts.Contains(path))];

    /// <summary>Settings that take any text, or the path of a file.</summary>
    private static readonly string[] FreeTexts = ["hook.text", "watermark.text", "watermark.image", "end-card.text", "end-card.logo"];

    public static TheoryData<string> AllTemplates => [.. Directory.GetFiles(BuiltIn, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(AllTemplates))]
    public void A_shipped_template_says_only_what_the_schema_knows(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(BuiltIn, name + ".yaml"))));
        var known = Leaves(Schema.GetProperty("properties"), "").Select(leaf => leaf.Path).ToHashSet(StringComparer.Ordinal);

        Assert.All(KeysOf(yaml.Documents[0].RootNode, ""), key => Assert.Contains(key, known));
    }

    [Fact]
    public void Every_setting_is_explained_in_a_shipped_template()
    {
        var text = string.Concat(Directory.GetFiles(BuiltIn, "*.yaml").Select(File.ReadAllText));

        Assert.All(Leaves(Schema.GetProperty("properties"), ""), leaf => Assert.Contains(leaf.Path.Split('.')[^1], text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task The_reader_takes_what_the_schema_allows_and_nothing_else(string path)
    {
        await using var run = new TestRun();
        var leaf = Leaves(Schema.GetProperty("properties"), "").Single(leaf => leaf.Path == path).Schema;
        var (good, bad) = Samples(leaf);

        Assert.All(good, value => Assert.DoesNotContain("must be", Complaint(run, path, value), StringComparison.Ordinal));
        Assert.All(bad, value => Assert.Contains("must be", Complaint(run, path, value), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task The_schemas_default_is_the_readers(string path)
    {
        await using var run = new TestRun();
        var leaf = Leaves(Schema.GetProperty("properties"), "").Single(leaf => leaf.Path == path).Schema;
        if (leaf.TryGetProperty("default", out var standard))
        {
            Assert.Equal(Describe(Load(run, Least)), Describe(Load(run, Least + Line(path, $"\"{standard}\""))));
        }
    }

    private static string Complaint(TestRun run, string path, string value)
    {
        try
        {
            Load(run, Least + Line(path, value));
            return "";
        }
        catch (InvalidInputException exception)
        {
            return exception.Message;
        }
    }

    private static (string[] Good, string[] Bad) Samples(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var names))
        {
            return ([.. names.EnumerateArray().Select(name => name.GetString()!)], ["other"]);
        }

        if (schema.TryGetProperty("minimum", out var minimum))
        {
            var (least, most) = (minimum.GetDouble(), schema.GetProperty("maximum").GetDouble());
            return ([Number(least), Number(most)], [Number(least - 1), Number(most + 1), "many"]);
        }

        return schema.TryGetProperty("$ref", out _) ? (["\"#12AB9F\"", "\"#12AB9F80\""], ["red", "\"#12\""]) : (["universal"], ["nowhere"]);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Line(string path, string value) => path.Split('.') is [var map, var key] ? $"{map}: {{ {key}: {value} }}\n" : $"{path}: {value}\n";

    private static CaptionTemplate Load(TestRun run, string text)
    {
        File.WriteAllText(Path.Combine(run.Scope.Directory, "odd.yaml"), text);
        return new TemplateCatalog(BuiltIn, run.Scope.Directory).Load("odd");
    }

    private static string Describe(CaptionTemplate template) => JsonSerializer.Serialize(template, CaptionJson.Default.CaptionTemplate);

    private static IEnumerable<(string Path, JsonElement Schema)> Leaves(JsonElement properties, string prefix) =>
        properties.EnumerateObject().SelectMany(property => property.Value.TryGetProperty("properties", out var inner)
            ? Leaves(inner, $"{property.Name}.")
            : [(prefix + property.Name, property.Value)]);

    private static IEnumerable<string> KeysOf(YamlNode node, string prefix) => node is YamlMappingNode map
        ? map.Children.SelectMany(child => child.Value is YamlMappingNode ? KeysOf(child.Value, $"{child.Key}.") : [$"{prefix}{child.Key}"])
        : [];
}
