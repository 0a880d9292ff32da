using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ShortsFactory.Backgrounds;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Confinement;

public sealed class HostileScriptSpecs
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>What would do something to whoever takes it for more than text: a shell, a filter graph, a caption document, a page.</summary>
    private static readonly string[] Signs =
    [
        "$(touch pwned)", "`touch pwned`", "; touch pwned;", "| touch pwned", "'; touch pwned; '", "\"&&touch pwned&&\"", "-o pwned", "--help",
        "a':b", "[in][out]", "movie=pwned,", "%{gmtime}", "%{e\\:1}", "{\\pos(1,1)}", "{\\p1}m 0 0 l 99 99", "a\\Nb\\hc", "<script>alert(1)</script>", "<00:00:01.000>", "-->", "</v><c.x>",
        "\u202E\u2066abc", "\u001B[31m", "https://user:secret@example.org/?x='\"",
    ];

    [Fact(Timeout = 300_000)]
    public async Task A_script_of_nothing_but_signs_becomes_a_short_that_shows_them()
    {
        await using var net = new NetScript(("Compositing:Quality", "draft"));
        var title = string.Join(' ', Signs);
        var script = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["title"] = title,
            ["background"] = "color:#112233",
            ["hook"] = new { show = "on", text = "{\\pos(9,9)}%{gmtime}':$(touch pwned)" },
            ["watermark"] = new { text = "{\\pos(9,9)}%{gmtime}'" },
            ["end-card"] = new { text = "$(touch pwned) {\\pos(9,9)}" },
            ["cover"] = new { at = "1s", title = "{\\pos(9,9)}<b>" },
            ["text"] = string.Join(' ', Signs.Select(sign => $"Say {Escape(sign)} now.")),
        });

        Assert.Null(await net.TryToMakeAsync(net.Request(script, name: "script.json")));

        var folder = Path.GetDirectoryName(net.Output)!;
        var captions = await File.ReadAllTextAsync(Path.ChangeExtension(net.Output, ".ass"), NetScript.Token);
        var subtitles = await File.ReadAllTextAsync(Path.ChangeExtension(net.Output, ".vtt"), NetScript.Token);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(net.Output, ".json"), NetScript.Token));
        Assert.DoesNotContain("{\\pos(1,1)}", captions, StringComparison.Ordinal);
        Assert.DoesNotContain("{\\pos(9,9)}", captions, StringComparison.Ordinal);
        Assert.DoesNotContain("{\\p1}", captions, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", subtitles, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("</v>", subtitles, StringComparison.Ordinal);
        Assert.All(subtitles.Split('\n').Where(line => line.Contains("-->", StringComparison.Ordinal)), line => Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}( |$)", line));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder), path => path.Contains("pwned", StringComparison.Ordinal));
        Assert.False(File.Exists("pwned"));
        Assert.True(new FileInfo(net.Output).Length > 10_000);
    }

    public static TheoryData<string> Monsters => new(HostileTexts.Names);

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Monsters))]
    public async Task A_monstrous_script_is_read_or_refused_in_seconds_and_in_little_memory(string name)
    {
        var (text, file) = HostileTexts.Of(name);
        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();

        var error = await Task.Run(() => Record.Exception(() => Read(text, file)), NetScript.Token).WaitAsync(TimeSpan.FromSeconds(60), NetScript.Token);

        Assert.True(error is null or InvalidInputException, error?.ToString());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 4096L * Megabyte);
        Assert.InRange(error?.Message.Length ?? 0, 0, 2000);
    }

    /// <summary>All that reads a script, or a value of it.</summary>
    private static void Read(string text, string file)
    {
        var request = new ShortRequest { ScriptPath = "/media/" + file, ScriptText = text, OutputPath = "/out/short.mp4", Files = FileRules.Below("/media") };
        var script = ScriptParser.Parse(text, request.ScriptPath);
        var draft = new Short { Id = "net", Request = request, Script = script };
        CoverSettings.Read(script.Cover, request.ScriptPath, 1);
        foreach (var background in script.Scenes.Select(scene => scene.Background).Append(script.Background).OfType<string>().Distinct())
        {
            BackgroundSettings.Read(background, new BackgroundOrigin(request.ScriptPath, 1, request.Files));
        }

        new TemplateCatalog(Repository.Home.Templates).LoadFor(draft, "bold-pop");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            escaped.Append(char.IsAsciiLetterOrDigit(character) || character > '\u007F' || char.IsControl(character) || character == ' ' ? "" : "\\").Append(character);
        }

        return escaped.ToString();
    }
}
