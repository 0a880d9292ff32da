namespace ShortsFactory.EndToEnd.Tests;

public sealed class InterruptSpecs : IDisposable
{
    private readonly ShortsProgram _shorts = new();

    [Theory(Timeout = 120_000)]
    [InlineData(2, 130, "ffmpeg")]
    [InlineData(15, 143, "ffmpeg")]
    [InlineData(1, 129, "ffmpeg")]
    [InlineData(2, 130, "shorts-recognizer")]
    public async Task An_interrupted_run_stops_its_children_and_leaves_nothing(int signal, int exitCode, string during)
    {
        var script = Path.Combine(ShortsProgram.Root, "examples", "octopus.md");

        var outcome = await _shorts.InterruptAsync(signal, () => _shorts.ChildrenOf(during).Count > 0 && BackgroundIsOn(during), "make", script);

        outcome.MustBe(exitCode);
        Assert.Contains("interrupted; nothing was published", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
        Assert.False(Directory.Exists(_shorts.PathOf("out")) && Directory.EnumerateFileSystemEntries(_shorts.PathOf("out")).Any());
        Assert.Empty(_shorts.ChildrenOf(""));
    }

    public void Dispose() => _shorts.Dispose();

    /// <summary>The encode is meant, not the short run that only asks ffmpeg for its version.</summary>
    private bool BackgroundIsOn(string during) =>
        during != "ffmpeg" || Directory.EnumerateFiles(_shorts.Work, "*.mp4", SearchOption.AllDirectories).Any();
}
