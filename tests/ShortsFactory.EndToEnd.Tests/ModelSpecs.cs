using System.IO.Compression;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>Models that come from a server on loopback, by the real program.</summary>
public sealed class ModelSpecs : IDisposable
{
    private const string Name = "vosk-model-mine";

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 240_000)]
    public async Task A_model_survives_every_way_in_which_its_installation_is_cut_off()
    {
        await using var server = new FileServer(Archive()) { StallsAfter = 2_000_000 };
        string[] install = ["models", "install", Name, "--from", server.Address.AbsoluteUri, "--language", "eo", "--set", "Downloads:AllowPrivate=true"];

        var interrupted = await _shorts.InterruptAsync(2, () => Arrived() > 1_000_000, install);
        var first = Arrived();
        var killed = await _shorts.InterruptAsync(9, () => Arrived() > first + 1_000_000, install);
        var unfinished = Directory.EnumerateDirectories(_shorts.Models).Select(Path.GetFileName).ToArray();
        server.StallsAfter = null;
        var installed = await _shorts.RunAsync(install);
        var list = await _shorts.RunAsync("models", "list");
        var verify = await _shorts.RunAsync("models", "verify");
        var again = await _shorts.RunAsync(install);

        interrupted.MustBe(130);
        killed.MustBe(137);
        Assert.Equal([".download"], unfinished);
        installed.MustBe(0);
        Assert.Contains($"Installed {Name} (eo)", installed.Output, StringComparison.Ordinal);
        Assert.Contains("from now on it must have the same", installed.Output, StringComparison.Ordinal);
        Assert.Equal(["", "Range: bytes=", "Range: bytes="], server.Requests.Select(range => range.TrimEnd('-').TrimEnd("0123456789".ToCharArray())));
        Assert.Matches($"{Name} +eo .* ok ", list.Output);
        Assert.Contains("vosk-model-small-de-0.15", list.Output, StringComparison.Ordinal);
        verify.MustBe(0);
        Assert.Contains($"{Name}: ok", verify.Output, StringComparison.Ordinal);
        again.MustBe(0);
        Assert.Contains("is there already", again.Output, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 240_000)]
    public async Task A_model_is_removed_and_one_that_cannot_be_had_is_told()
    {
        await File.WriteAllBytesAsync(_shorts.PathOf("mine.zip"), Archive(), TestContext.Current.CancellationToken);
        var installed = await _shorts.RunAsync("models", "install", Name, "--from", "mine.zip", "--language", "eo");
        var removed = await _shorts.RunAsync("models", "remove", Name);
        var gone = await _shorts.RunAsync("models", "remove", Name);
        var unknown = await _shorts.RunAsync("models", "install", "vosk-model-small-de-0.51");
        var unreachable = await _shorts.RunAsync(
            "models", "install", Name, "--from", "http://127.0.0.1:9/x.zip", "--language", "eo", "--set", "Downloads:Attempts=2", "--set", "Downloads:RetryDelay=00:00:00", "--set", "Downloads:AllowPrivate=true");

        installed.MustBe(0);
        removed.MustBe(0);
        gone.MustBe(2);
        unknown.MustBe(2);
        Assert.Contains("Did you mean 'vosk-model-small-de-0.15'?", unknown.Error, StringComparison.Ordinal);
        unreachable.MustBe(1);
        Assert.Contains("after 2 attempts in a row", unreachable.Error, StringComparison.Ordinal);
        Assert.Contains("--from", unreachable.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_shorts.Models, Name)));
    }

    public void Dispose() => _shorts.Dispose();

    private static byte[] Archive()
    {
        using var stream = new MemoryStream();
        ZipFile.CreateFromDirectory(Path.Combine(ShortsProgram.Root, "models", "vosk-model-en-tts"), stream, CompressionLevel.Fastest, includeBaseDirectory: true);
        return stream.ToArray();
    }

    private long Arrived() => new FileInfo(Path.Combine(_shorts.Models, ".download", $"{Name}.zip")) is { Exists: true } file ? file.Length : 0;
}
