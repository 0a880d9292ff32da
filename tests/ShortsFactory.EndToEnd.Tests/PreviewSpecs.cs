using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShortsFactory.EndToEnd.Tests;

public sealed partial class PreviewSpecs : IDisposable
{
    private const int Interrupt = 2;

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 240_000)]
    public async Task A_preview_is_the_frame_that_the_finished_video_has()
    {
        _shorts.Write("short.md", "Octopuses have **three** hearts.\n\n## scene\nbackground: color:#803020\n\nTwo of them push blood.");

        var make = await _shorts.RunAsync("make", "short.md", "-o", "short.mp4", "--template", "highlight");
        var preview = await _shorts.RunAsync("preview", "short.md", "--at", "0:01.2", "-o", "new/still.png", "--template", "highlight", "--json");

        make.MustBe(0);
        preview.MustBe(0);
        using var result = JsonDocument.Parse(preview.Output);
        Assert.Equal(1.2, result.RootElement.GetProperty("atSeconds").GetDouble());
        Assert.Equal("highlight", result.RootElement.GetProperty("template").GetString());
        var report = await MediaTool.RunAsync(
            "ffmpeg", "-nostdin", "-hide_banner", "-ss", "1.19", "-i", _shorts.PathOf("short.mp4"), "-i", _shorts.PathOf("new/still.png"),
            "-filter_complex", "[0:v]scale=in_color_matrix=bt709,format=gbrp[a];[1:v]format=gbrp[b];[a][b]psnr", "-frames:v", "1", "-f", "null", "-");
        var likeness = double.Parse(LikenessPattern().Match(report).Groups["value"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(likeness, 28, 100);
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 240_000)]
    public async Task Without_a_moment_the_covers_is_shown_and_the_file_has_the_scripts_name()
    {
        _shorts.Write("short.txt", "Octopuses have three hearts.");

        var outcome = await _shorts.RunAsync("preview", "short.txt", "--background", "color:#102030");

        outcome.MustBe(0);
        Assert.StartsWith("Wrote out/short.preview.png: ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["short.preview.png"], Directory.EnumerateFiles(_shorts.PathOf("out")).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("lies behind the end of the short", "--at", "99")]
    [InlineData("--at soon is no moment of a short", "--at", "soon")]
    [InlineData("is named neither .png nor .jpg", "-o", "still.gif")]
    [InlineData("Did you mean 'bold-pop'?", "--template", "bold-pup")]
    public async Task A_preview_that_cannot_be_is_refused_with_a_sentence(string expected, string option, string value)
    {
        _shorts.Write("short.txt", "Octopuses have three hearts.");

        var outcome = await _shorts.RunAsync("preview", "short.txt", option, value);

        outcome.MustBe(2);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 240_000)]
    public async Task A_users_own_template_is_listed_and_shown_on_a_sheet()
    {
        Directory.CreateDirectory(_shorts.PathOf("mine"));
        _shorts.Write("mine/ours.yaml", "extends: clean\ndescription: Ours.\n");
        const string setting = "Captions:TemplateDirectory=mine";

        var list = await _shorts.RunAsync("templates", "--json", "--set", setting);
        var sheet = await _shorts.RunAsync("templates", "preview", "ours", "-o", "sheet.jpg", "--background", "color:#405060", "--set", setting);

        list.MustBe(0);
        using var templates = JsonDocument.Parse(list.Output);
        Assert.Contains(templates.RootElement.EnumerateArray(), template =>
            template.GetProperty("name").GetString() == "ours" && template.GetProperty("description").GetString() == "Ours.");
        sheet.MustBe(0);
        Assert.Equal("Wrote sheet.jpg with ours\n", sheet.Output);
        var size = await MediaTool.RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0", _shorts.PathOf("sheet.jpg"));
        Assert.Contains("1692,1062", size, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 240_000)]
    public async Task An_interrupted_sheet_is_not_written_and_leaves_nothing()
    {
        var outcome = await _shorts.InterruptAsync(Interrupt, () => _shorts.ChildrenOf("ffmpeg").Count > 0, "templates", "preview", "-o", "sheet.png");

        outcome.MustBe(130);
        Assert.False(File.Exists(_shorts.PathOf("sheet.png")));
        Assert.Empty(_shorts.Leftovers());
        Assert.Empty(_shorts.ChildrenOf("ffmpeg"));
    }

    public void Dispose() => _shorts.Dispose();

    [GeneratedRegex(@"PSNR .*average:(?<value>[\d.]+|inf)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LikenessPattern();
}
