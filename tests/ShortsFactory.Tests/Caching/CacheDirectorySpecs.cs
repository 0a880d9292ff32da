using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Caching;

public sealed class CacheDirectorySpecs
{
    private const int Kept = 4096;

    [Fact]
    public async Task The_least_recently_used_entries_go_first()
    {
        await using var bench = new CacheBench();
        await FillAsync(bench, "a", "b", "c");
        await bench.AskAsync("a");

        Trim(bench, 2 * Kept);

        Assert.Equal("a c", await KeptAsync(bench, "a", "b", "c"));
    }

    [Fact]
    public async Task An_entry_in_use_is_never_deleted()
    {
        await using var bench = new CacheBench();
        await FillAsync(bench, "a", "b");
        var directory = CacheDirectory.Open(bench.Root);
        using (directory.Find(CacheBench.Key("a"), DateTimeOffset.UnixEpoch))
        {
            Trim(bench, 0);
            Assert.Equal("a", await KeptAsync(bench, "a", "b"));
        }

        Trim(bench, 0);
        Assert.Empty(bench.Entries());
    }

    [Fact]
    public async Task What_a_killed_run_left_half_written_is_deleted_and_what_is_being_written_is_not()
    {
        await using var bench = new CacheBench();
        var directory = CacheDirectory.Open(bench.Root);
        var half = Path.Combine(bench.Root, "0123.partial");
        await File.WriteAllTextAsync(half, "half", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(half, DateTime.UnixEpoch);

        directory.Add(CacheBench.Key("a"), entry =>
        {
            entry.WriteByte(1);
            var partial = Directory.EnumerateFiles(bench.Root, "*.partial").Single(path => path != half);
            File.SetLastWriteTimeUtc(partial, DateTime.UnixEpoch);
            Trim(bench, 0);
            Assert.Equal([partial], Directory.EnumerateFiles(bench.Root, "*.partial"));
        });

        Assert.Empty(Directory.EnumerateFiles(bench.Root, "*.partial"));
        Assert.Single(bench.Entries());
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_nothing_in_it_is_touched()
    {
        await using var bench = new CacheBench();
        Directory.CreateDirectory(bench.Root);
        var mine = Path.Combine(bench.Root, $"speech-{new string('0', 64)}.tar");
        await File.WriteAllTextAsync(mine, "mine", TestContext.Current.CancellationToken);
        var cache = Cache(bench);

        var error = Assert.Throws<InvalidInputException>(() => cache.Clear());
        Assert.Null(cache.OpenForRun(bench.Run.Warnings.Add));

        Assert.Contains("other files", error.Message, StringComparison.Ordinal);
        Assert.Contains(bench.Root, Assert.Single(bench.Run.Warnings), StringComparison.Ordinal);
        Assert.Equal([mine], Directory.EnumerateFileSystemEntries(bench.Root));
    }

    [Fact]
    public async Task Clearing_deletes_entries_and_neither_strangers_nor_what_links_point_to()
    {
        await using var bench = new CacheBench();
        await FillAsync(bench, "a", "b");
        var target = bench.Run.Scope.PathOf("target.tar");
        await File.WriteAllTextAsync(target, "mine", TestContext.Current.CancellationToken);
        var link = Path.Combine(bench.Root, $"speech-{new string('0', 64)}.tar");
        File.CreateSymbolicLink(link, target);
        var stranger = Path.Combine(bench.Root, "notes.tar");
        await File.WriteAllTextAsync(stranger, "mine", TestContext.Current.CancellationToken);
        var cache = Cache(bench);

        var before = cache.Describe();
        Assert.Equal((2, 2), (before.Entries, cache.Clear()));
        Assert.Equal((0, 0L), (cache.Describe().Entries, cache.Describe().Size));

        Assert.True(File.Exists(target) && File.Exists(stranger) && new FileInfo(link).LinkTarget == target);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_told_and_the_run_goes_on_without()
    {
        await using var bench = new CacheBench();
        var cache = new ResultCache(Options.Create(new CacheOptions { Directory = "/proc/nowhere" }), TimeProvider.System, NullLogger<ResultCache>.Instance);

        Assert.Null(cache.OpenForRun(bench.Run.Warnings.Add));

        Assert.Contains("/proc/nowhere", Assert.Single(bench.Run.Warnings), StringComparison.Ordinal);
    }

    private static ResultCache Cache(CacheBench bench) =>
        new(Options.Create(new CacheOptions { Directory = bench.Root }), TimeProvider.System, NullLogger<ResultCache>.Instance);

    private static async Task FillAsync(CacheBench bench, params string[] texts)
    {
        foreach (var text in texts)
        {
            await bench.AskAsync(text);
            Assert.All(bench.Entries(), entry => Assert.InRange(new FileInfo(entry).Length, 1, Kept));
        }
    }

    private static void Trim(CacheBench bench, long sizeLimit) => bench.Open(sizeLimit).Dispose();

    private static async Task<string> KeptAsync(CacheBench bench, params string[] texts)
    {
        var kept = new List<string>();
        foreach (var text in texts)
        {
            var made = bench.Made;
            await bench.AskAsync(text);
            if (bench.Made == made)
            {
                kept.Add(text);
            }
        }

        return string.Join(' ', kept);
    }
}
