namespace ShortsFactory.FaultTests;

/// <summary>A tool that is replaced by one that misbehaves: a named error in good time, and nothing left.</summary>
public sealed class BrokenToolSpecs : IDisposable
{
    private const int Limit = 600_000;
    private const string Hang = "sleep 300";
    private const string Garbage = "head -c 100000 /dev/urandom > \"$output\"";
    private const string Nothing = "exit 0";
    private const string Flood = "yes frame=1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | head -c 30000000; yes | head -c 30000000 >&2";
    private const string Crash = "kill -SEGV $$";
    private const string Fork = "setsid sleep 300 & setsid sh -c 'setsid sleep 300' & exit 1";

    private readonly ShortsProgram _shorts = new();

    public BrokenToolSpecs() => _shorts.Write("short.txt", Undisturbed.Script);

    [Theory(Timeout = Limit)]
    [InlineData(Hang, "could not speak \"", "flite was stopped: it ran for more than 2 s")]
    [InlineData(Garbage, "could not speak \"", "it ended well, but what it wrote is no sound: it does not begin with 'RIFF'")]
    [InlineData(Nothing, "could not speak \"", "it ended well but wrote no sound")]
    [InlineData(Flood, "could not speak \"", "it ended well but wrote no sound")]
    [InlineData(Crash, "could not speak \"", "flite failed with exit code 139")]
    [InlineData(Fork, "could not speak \"", "flite failed with exit code 1")]
    public async Task Voice(string behaviour, params string[] messages)
    {
        FakeTool.Place(_shorts, "flite", behaviour);
        await MustFailAsync(messages, LimitOf(behaviour, "Speech:SentenceTimeLimit"));
    }

    [Theory(Timeout = Limit)]
    [InlineData(Hang, "ffmpeg was stopped: it reported nothing for 2 s")]
    [InlineData(Garbage, "ffmpeg ended well, but the video that it wrote cannot be used")]
    [InlineData(Nothing, "ffmpeg ended well, but the video that it wrote cannot be used")]
    [InlineData(Flood, "ffmpeg ended well, but the video that it wrote cannot be used")]
    [InlineData(Crash, "ffmpeg failed with exit code 139")]
    [InlineData(Fork, "ffmpeg failed with exit code 1")]
    public async Task Encoder(string behaviour, params string[] messages)
    {
        FakeTool.Place(_shorts, "ffmpeg", behaviour);
        await MustFailAsync(messages, LimitOf(behaviour, "Media:StallLimit"));
    }

    /// <summary>All but the look at the encoded sound is done by the real one.</summary>
    [Theory(Timeout = Limit)]
    [InlineData(Garbage, "ffmpeg ended well, but the video that it wrote cannot be used: its sound, decoded, cannot be read")]
    [InlineData(Nothing, "ffmpeg ended well, but the video that it wrote cannot be used: it has no sound, or is not there")]
    [InlineData(Crash, "ffmpeg failed with exit code 139")]
    public async Task Sound(string behaviour, params string[] messages)
    {
        FakeTool.Place(_shorts, "ffmpeg", $"case \"$output\" in sound-decoded.wav) {behaviour} ;; *) PATH=${{PATH#*:}} exec ffmpeg \"$@\" ;; esac");
        await MustFailAsync(messages);
    }

    [Theory(Timeout = Limit)]
    [InlineData(Hang, "The recogniser was stopped: it did not answer within 2 s")]
    [InlineData("echo nonsense; sleep 300", "The recogniser was stopped: it wrote what is no answer: 'nonsense'")]
    [InlineData(Nothing, "The recogniser ended although it was still needed")]
    [InlineData(Crash, "The recogniser crashed. recogniser failed with exit code 139")]
    public async Task Recogniser(string behaviour, params string[] messages)
    {
        FakeTool.Place(_shorts, "recogniser", behaviour);
        await MustFailAsync(messages, [.. LimitOf(behaviour, "Recognition:OpenTimeLimit"), "--set", $"Recognition:RecognizerPath={_shorts.PathOf("bin/recogniser")}"]);
    }

    [Theory(Timeout = Limit)]
    [InlineData("flite", 3, "'flite' cannot be started")]
    [InlineData("ffmpeg", 3, "'ffmpeg' cannot be started")]
    public async Task A_missing_one_is_named_with_what_to_install(string tool, int exitCode, string message)
    {
        // Everything that set-up and the program need is elsewhere on the PATH; this one is a link to nowhere.
        Directory.CreateDirectory(_shorts.PathOf("bin"));
        var others = Environment.GetEnvironmentVariable("PATH")!.Split(':').SelectMany(folder => Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : []);
        foreach (var program in others.Where(path => Path.GetFileName(path) != tool).DistinctBy(path => Path.GetFileName(path), StringComparer.Ordinal))
        {
            File.CreateSymbolicLink(Path.Combine(_shorts.PathOf("bin"), Path.GetFileName(program)), program);
        }

        var outcome = await _shorts.RunWithAsync("PATH", _shorts.PathOf("bin"), ["make", .. Undisturbed.Arguments]);

        outcome.MustBe(exitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("shorts doctor", outcome.Error, StringComparison.Ordinal);
        await Remains.MustGoAsync(_shorts);
    }

    public void Dispose() => _shorts.Dispose();

    /// <summary>A short limit only where it is to be reached, since a busy machine may take long for anything.</summary>
    private static string[] LimitOf(string behaviour, string setting) => behaviour is Hang ? ["--set", $"{setting}=00:00:02"] : [];

    private async Task MustFailAsync(string[] messages, params string[] settings)
    {
        var outcome = await _shorts.RunWithAsync("PATH", FakeTool.PathFor(_shorts), ["make", .. Undisturbed.Arguments, .. settings]);

        outcome.MustBe(1);
        Assert.All(messages, message => Assert.Contains(message, outcome.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ShortsFactory", outcome.Error, StringComparison.Ordinal);
        await Remains.MustGoAsync(_shorts);
        Assert.Empty(Undisturbed.Outputs(_shorts));

        // It was the tool: with the real one, everything that was kept is good.
        Directory.Delete(_shorts.PathOf("bin"), recursive: true);
        (await _shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);
    }
}
