using System.Diagnostics;
using System.Text.Json;

namespace ShortsFactory.FaultTests;

/// <summary>A short script, and what a run of it delivers that nobody disturbs; every other run is held against it.</summary>
public sealed class Undisturbed : IAsyncLifetime, IDisposable
{
    public const string Script = "Three hearts. Two push blood. One waits.";

    private readonly ShortsProgram _shorts = new();

    /// <summary>The arguments after <c>make</c> that make it quickly.</summary>
    public static string[] Arguments { get; } = ["short.txt", "-o", "out/short.mp4", "--quiet", "--background", "color:#203040"];

    /// <summary>How long it took, without a cache.</summary>
    public TimeSpan Duration { get; private set; }

    private string Words { get; set; } = "";

    private string Frames { get; set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _shorts.Write("short.txt", Script);
        Duration = TimeSpan.MaxValue;
        for (var round = 0; round < 2; round++)
        {
            // The faster of two, so that a moment of it is hardly ever after another run's end.
            var started = Stopwatch.GetTimestamp();
            (await _shorts.RunAsync(["make", .. Arguments, "--no-cache"])).MustBe(0);
            var elapsed = Stopwatch.GetElapsedTime(started);
            Duration = elapsed < Duration ? elapsed : Duration;
        }

        (Words, Frames) = (await WordsAsync(_shorts), await FramesAsync(_shorts));
    }

    /// <summary>What was delivered in the folder is the same, frame for frame and word for word, and nothing else is there.</summary>
    internal async Task MustEqualAsync(ShortsProgram other)
    {
        Assert.Equal(Words, await WordsAsync(other));
        Assert.Equal(Frames, await FramesAsync(other));
        Assert.Equal(Outputs(_shorts), Outputs(other));
    }

    /// <summary>What is there of a delivery that was cut off is whole, and the same as here.</summary>
    internal async Task MustEqualSoFarAsync(ShortsProgram other)
    {
        foreach (var name in Outputs(other).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)))
        {
            Assert.Equal(await BytesAsync(_shorts, name), await BytesAsync(other, name));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _shorts.Dispose();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal static string[] Outputs(ShortsProgram shorts)
    {
        var folder = shorts.PathOf("out");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
    }

    internal static async Task<JsonElement> ManifestAsync(ShortsProgram shorts)
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(shorts.PathOf("out/short.json"), TestContext.Current.CancellationToken));
        return manifest.RootElement.Clone();
    }

    /// <summary>The hashes of all decoded frames and of all decoded sound.</summary>
    internal static Task<string> FramesAsync(ShortsProgram shorts) =>
        MediaTool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-i", shorts.PathOf("out/short.mp4"), "-f", "framemd5", "-");

    private static Task<byte[]> BytesAsync(ShortsProgram shorts, string name) =>
        File.ReadAllBytesAsync(Path.Combine(shorts.PathOf("out"), name), TestContext.Current.CancellationToken);

    private static async Task<string> WordsAsync(ShortsProgram shorts) => (await ManifestAsync(shorts)).GetProperty("words").GetRawText();
}
