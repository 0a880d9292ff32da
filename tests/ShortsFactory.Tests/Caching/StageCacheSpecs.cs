using ShortsFactory.Caching;

namespace ShortsFactory.Tests.Caching;

public sealed class StageCacheSpecs
{
    [Fact]
    public async Task What_one_run_has_made_the_next_one_finds()
    {
        await using var bench = new CacheBench();

        var results = new[] { await bench.AskAsync("a"), await bench.AskAsync("b"), await bench.AskAsync("a"), await bench.AskAsync("b") };

        Assert.Equal(["a a", "b b", "a a", "b b"], results);
        Assert.Equal(2, bench.Made);
        Assert.Empty(bench.Run.Warnings);
    }

    [Fact]
    public async Task Equal_results_are_equal_entries()
    {
        await using var bench = new CacheBench();
        await bench.AskAsync("a");
        var first = await File.ReadAllBytesAsync(bench.Entries()[0], TestContext.Current.CancellationToken);
        Directory.Delete(bench.Root, recursive: true);

        await bench.AskAsync("a");

        Assert.Equal(first, await File.ReadAllBytesAsync(bench.Entries()[0], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_changed_copy_does_not_reach_the_cache()
    {
        await using var bench = new CacheBench();
        await bench.AskAsync("a");
        await bench.AskAsync("a");
        foreach (var copy in Directory.EnumerateFiles(bench.Run.Scope.Directory, "*.txt"))
        {
            await File.WriteAllTextAsync(copy, "changed by its user", TestContext.Current.CancellationToken);
        }

        Assert.Equal("a a", await bench.AskAsync("a"));
        Assert.Equal(1, bench.Made);
    }

    [Fact]
    public async Task Any_flipped_byte_is_noticed_or_does_no_harm()
    {
        await using var bench = new CacheBench();
        await bench.AskAsync("a");
        var entry = bench.Entries()[0];
        var whole = await File.ReadAllBytesAsync(entry, TestContext.Current.CancellationToken);
        var random = new Random(20_260);
        for (var round = 0; round < 300; round++)
        {
            var damaged = whole.ToArray();
            damaged[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(entry, damaged, TestContext.Current.CancellationToken);

            Assert.Equal("a a", await bench.AskAsync("a"));
        }

        Assert.InRange(bench.Made, 20, 301);
        Assert.Empty(bench.Run.Warnings);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public async Task A_cut_off_entry_is_thrown_away_and_made_anew(double part)
    {
        await using var bench = new CacheBench();
        await bench.AskAsync("a");
        await using (var entry = File.OpenWrite(bench.Entries()[0]))
        {
            entry.SetLength((long)(entry.Length * part));
        }

        Assert.Equal("a a", await bench.AskAsync("a"));
        Assert.Equal("a a", await bench.AskAsync("a"));
        Assert.Equal(2, bench.Made);
    }

    [Fact]
    public async Task An_entry_under_another_ones_name_is_not_used()
    {
        await using var bench = new CacheBench();
        await bench.AskAsync("a");
        var ofA = bench.Entries()[0];
        await bench.AskAsync("b");
        var ofB = bench.Entries().Single(path => path != ofA);
        File.Copy(ofA, ofB, overwrite: true);

        Assert.Equal("b b", await bench.AskAsync("b"));
        Assert.Equal(3, bench.Made);
    }

    [Fact]
    public async Task What_fails_is_not_kept()
    {
        await using var bench = new CacheBench();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.AskAsync("a", () => throw new InvalidOperationException("no")));

        Assert.Empty(bench.Entries());
        Assert.Equal("a a", await bench.AskAsync("a"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Many_runs_at_once_share_the_cache()
    {
        await using var bench = new CacheBench();

        var asked = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => bench.AskAsync($"text {number % 4}"))));

        Assert.All(asked.Index(), pair => Assert.Equal($"text {pair.Index % 4} text {pair.Index % 4}", pair.Item));
        Assert.Equal(4, bench.Entries().Length);
        Assert.Equal(5, Directory.EnumerateFileSystemEntries(bench.Root).Count());
        Assert.Empty(bench.Run.Warnings);
    }

    [Fact]
    public async Task The_stage_counts_its_parts_and_the_first_miss_is_told_to_all()
    {
        await using var bench = new CacheBench();
        await bench.AskAsync("a");
        using var run = bench.Open();
        var (first, second) = (new StageCache(run), new StageCache(run));

        await bench.AskAsync(first, "a");
        var before = second.FirstMiss.IsCancellationRequested;
        await bench.AskAsync(first, "b");

        Assert.False(before);
        Assert.True(second.FirstMiss.IsCancellationRequested);
        Assert.Equal((2, 1, 0), (first.Parts, first.CachedParts, second.Parts));
    }

    [Fact]
    public async Task A_full_disk_is_told_once_and_costs_nothing_but_the_cache()
    {
        await using var bench = new CacheBench();
        using var run = bench.Open();
        Directory.Delete(bench.Root, recursive: true);
        var cache = new StageCache(run);

        Assert.Equal("a a", await bench.AskAsync(cache, "a"));
        Assert.Equal("b b", await bench.AskAsync(cache, "b"));

        Assert.Contains("cannot be written to", Assert.Single(bench.Run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_cache_everything_is_made()
    {
        await using var bench = new CacheBench();

        await bench.AskAsync(StageCache.None, "a");
        await bench.AskAsync(StageCache.None, "a");

        Assert.Equal(2, bench.Made);
        Assert.True(StageCache.None.FirstMiss.IsCancellationRequested);
        Assert.False(Directory.Exists(bench.Root));
    }
}
