using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

public sealed class CommandSpecs : IDisposable
{
    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 120_000)]
    public async Task Help_teaches_usage_commands_and_two_examples()
    {
        var outcome = await _shorts.RunAsync("--help");

        outcome.MustBe(0);
        Assert.All(
            ["Usage:", "make", "voices", "preview", "templates", "fetch", "models", "ps", "cancel", "clean", "doctor", "Examples:", "shorts make examples/octopus.md", "--template clean"],
            text => Assert.Contains(text, outcome.Output, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Version_is_a_number_alone()
    {
        var outcome = await _shorts.RunAsync("--version");

        outcome.MustBe(0);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", outcome.Output);
    }

    [Fact(Timeout = 120_000)]
    public async Task Voices_are_listed_and_can_be_heard()
    {
        var list = await _shorts.RunAsync("voices");
        var say = await _shorts.RunAsync("voices", "--say", "Hello.", "--voice", "espeak-ng:en-us", "-o", "new/hello.wav");

        list.MustBe(0);
        Assert.Contains("flite:slt", list.Output, StringComparison.Ordinal);
        Assert.Contains("espeak-ng:en-us", list.Output, StringComparison.Ordinal);
        say.MustBe(0);
        Assert.InRange(new FileInfo(_shorts.PathOf("new/hello.wav")).Length, 10_000, 100_000);
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 120_000)]
    public async Task Templates_are_listed()
    {
        var outcome = await _shorts.RunAsync("templates");

        outcome.MustBe(0);
        Assert.Contains("bold-pop", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("clean", outcome.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Models_are_listed_and_verified()
    {
        var list = await _shorts.RunAsync("models", "list");
        var verify = await _shorts.RunAsync("models", "verify");

        list.MustBe(0);
        Assert.Contains("vosk-model-en-tts", list.Output, StringComparison.Ordinal);
        verify.MustBe(0);
        Assert.Contains("ok", verify.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_doctor_finds_everything_on_a_machine_that_is_set_up()
    {
        var text = await _shorts.RunAsync("doctor");
        var json = await _shorts.RunAsync("doctor", "--json");

        text.MustBe(0);
        Assert.DoesNotContain("missing", text.Output, StringComparison.Ordinal);
        json.MustBe(0);
        using var findings = JsonDocument.Parse(json.Output);
        var names = findings.RootElement.EnumerateArray().Select(finding => finding.GetProperty("name").GetString()).ToArray();
        Assert.All(["ffmpeg", "ffmpeg parts", "flite", "espeak-ng", "voices", "libvosk", "yt-dlp", "disk", "open files"], name => Assert.Contains(name, names));
    }

    [Fact(Timeout = 120_000)]
    public async Task The_doctor_says_how_to_mend_what_is_missing()
    {
        var outcome = await _shorts.RunAsync("doctor", "--set", "Recognition:LibraryPath=/nowhere/libvosk.so", "--set", "Speech:Voice=flite:nobody");

        outcome.MustBe(3);
        Assert.Contains("missing  libvosk", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("missing  voices", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _shorts.Dispose();
}
