using System.Runtime.CompilerServices;
using System.Text.Json;
using ShortsFactory.Scripts;
using ShortsFactory.Scripts.Formats;

namespace ShortsFactory.Tests.Scripts;

public sealed class ExampleSpecs
{
    [Theory]
    [InlineData("octopus")]
    [InlineData("story")]
    [InlineData("list")]
    public async Task An_example_is_read_as_its_author_meant_it(string name)
    {
        var script = await ScriptFile.ReadAsync(PathOf($"{name}.md"), CancellationToken.None);

        Golden.Matches(ScriptDump.Write(script), $"Example-{name}");
        Assert.InRange(ScriptLength.Estimate(script), TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void The_schema_knows_every_setting()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(PathOf("script.schema.json")));
        var names = schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name);

        Assert.Equal(string.Join(' ', [.. ScriptFields.Names, "text", "scenes", "$schema"]), string.Join(' ', names));
    }

    private static string PathOf(string name, [CallerFilePath] string testFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "..", "examples", name));
}
