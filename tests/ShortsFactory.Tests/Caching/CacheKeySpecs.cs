using ShortsFactory.Caching;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Caching;

public sealed class CacheKeySpecs
{
    [Fact]
    public void The_text_says_everything_and_its_hash_is_the_name()
    {
        var key = CacheKey.For("speech", 3)
            .With("voice", "slt")
            .With("title", "“So,” she said,\n\"no: way\"")
            .With("rate", (int?)null)
            .With("gain", (double?)-1.5)
            .With("pause", (TimeSpan?)TimeSpan.FromMilliseconds(400))
            .With(new ProcessCommand { FileName = "espeak-ng", Arguments = ["-v", "en"], StandardInput = "Hello." });

        Golden.Matches(key.Text, "Key");
        Assert.Matches("^speech-[0-9a-f]{64}$", key.Name);
    }

    [Fact]
    public void Different_inputs_never_give_equal_texts()
    {
        var empty = CacheKey.For("test", 1);
        CacheKey[] keys =
        [
            empty,
            CacheKey.For("test", 2),
            empty.With("a", (string?)null),
            empty.With("a", "null"),
            empty.With("a", ""),
            empty.With("a", "x\nb: \"y\""),
            empty.With("a", "x").With("b", "y"),
            empty.With("b", "y").With("a", "x"),
            empty.WithEach("a", ["x", "y"]),
            empty.WithEach("a", ["xy"]),
            empty.With("a", "\\"),
            empty.With("a", "\\\\"),
        ];

        Assert.Distinct(keys.Select(key => key.Text));
        Assert.Distinct(keys.Select(key => key.Name));
    }

    [Fact]
    public async Task A_files_content_counts_and_not_its_place()
    {
        await using var run = new TestRun();
        await File.WriteAllTextAsync(run.Scope.PathOf("one"), "same", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(run.Scope.PathOf("two"), "same", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(run.Scope.PathOf("three"), "some", TestContext.Current.CancellationToken);

        Assert.Equal(Fingerprint.OfFile(run.Scope.PathOf("one")), Fingerprint.OfFile(run.Scope.PathOf("two")));
        Assert.NotEqual(Fingerprint.OfFile(run.Scope.PathOf("one")), Fingerprint.OfFile(run.Scope.PathOf("three")));
        Assert.Equal(Fingerprint.OfFile(run.Scope.PathOf("one")), Fingerprint.OfLongFile(run.Scope.PathOf("two")));
    }

    [Fact]
    public async Task A_long_file_is_known_by_its_length_its_time_and_its_ends()
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf("long");
        List<string> found = [];
        foreach (var (length, changed, seconds) in new[] { (17 << 20, -1, 0), (18 << 20, -1, 0), (17 << 20, -1, 1), (17 << 20, 0, 0), (17 << 20, (17 << 20) - 1, 0) })
        {
            await using (var file = File.Create(path))
            {
                file.SetLength(length);
                if (changed >= 0)
                {
                    file.Position = changed;
                    file.WriteByte(1);
                }
            }

            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds(seconds));
            found.Add(Fingerprint.OfLongFile(path));
        }

        Assert.Distinct(found);
    }
}
