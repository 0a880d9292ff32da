namespace ShortsFactory.Resources.Tests;

public sealed class AtomicFileSpecs : IDisposable
{
    private const int Limit = 60_000;

    private readonly string _directory = Directory.CreateTempSubdirectory("atomic-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(Timeout = Limit)]
    public async Task Reader_sees_the_old_text_or_the_new_one_and_never_half_of_it()
    {
        var path = At("manifest.json");
        var texts = Enumerable.Range(0, 4).Select(number => new string((char)('a' + number), 300_000)).ToHashSet(StringComparer.Ordinal);
        await AtomicFile.WriteTextAsync(path, texts.First(), CancellationToken.None);
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var seen = 0;
            while (!done.IsCancellationRequested)
            {
                Assert.Contains(await File.ReadAllTextAsync(path), texts);
                seen++;
            }

            return seen;
        });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => AtomicFile.WriteTextAsync(path, texts.ElementAt(number % 4), CancellationToken.None)));
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        await done.CancelAsync();

        Assert.NotEqual(0, await reading);
        Assert.Equal(path, Assert.Single(Entries()));
    }

    [Fact(Timeout = Limit)]
    public async Task Failed_write_leaves_the_old_file_and_no_temporary_one()
    {
        var path = At("manifest.json");
        await File.WriteAllTextAsync(path, "old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteTextAsync(path, "new", new CancellationToken(canceled: true)));

        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Equal(path, Assert.Single(Entries()));
    }

    [Fact(Timeout = Limit)]
    public async Task A_copy_replaces_the_old_file_as_a_whole_or_not_at_all_and_leaves_its_source()
    {
        await File.WriteAllTextAsync(At("source.mp4"), "new");
        await File.WriteAllTextAsync(At("video.mp4"), "old");

        await Assert.ThrowsAnyAsync<IOException>(() => AtomicFile.CopyAsync(At("nowhere.mp4"), At("video.mp4"), CancellationToken.None));
        var kept = await File.ReadAllTextAsync(At("video.mp4"));
        await AtomicFile.CopyAsync(At("source.mp4"), At("video.mp4"), CancellationToken.None);

        Assert.Equal(("old", "new", "new"), (kept, await File.ReadAllTextAsync(At("video.mp4")), await File.ReadAllTextAsync(At("source.mp4"))));
        Assert.Equal(2, Entries().Count());
    }

    [Fact(Timeout = Limit)]
    public async Task Publishing_into_a_directory_that_is_not_there_leaves_the_source()
    {
        await File.WriteAllTextAsync(At("finished.mp4"), "new");

        await Assert.ThrowsAnyAsync<IOException>(() => AtomicFile.PublishAsync(At("finished.mp4"), At("nowhere/video.mp4"), CancellationToken.None));

        Assert.Equal("new", await File.ReadAllTextAsync(At("finished.mp4")));
        Assert.Single(Entries());
    }

    [Theory(Timeout = Limit)]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    public async Task Published_file_replaces_the_old_one_from_any_file_system(string parent)
    {
        var source = Path.Combine(parent, $"atomic-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(source, "new");
        await File.WriteAllTextAsync(At("video.mp4"), "old");

        await AtomicFile.PublishAsync(source, At("video.mp4"), CancellationToken.None);

        Assert.Equal("new", await File.ReadAllTextAsync(At("video.mp4")));
        Assert.False(File.Exists(source));
        Assert.Single(Entries());
    }

    [Theory(Timeout = Limit)]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    public async Task Failed_publishing_leaves_the_source_the_target_and_no_temporary_file(string parent)
    {
        var source = Path.Combine(parent, $"atomic-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(source, "new");
        Directory.CreateDirectory(At("video.mp4"));
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => AtomicFile.PublishAsync(source, At("video.mp4"), CancellationToken.None));

            Assert.Equal("new", await File.ReadAllTextAsync(source));
            Assert.Equal(At("video.mp4"), Assert.Single(Entries()));
        }
        finally
        {
            File.Delete(source);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Names_as_long_as_the_file_system_allows_can_be_written()
    {
        var path = At(new string('n', 250) + ".json");

        await AtomicFile.WriteTextAsync(path, "text", CancellationToken.None);

        Assert.Equal("text", await File.ReadAllTextAsync(path));
    }

    private string[] Entries() => Directory.GetFileSystemEntries(_directory);

    private string At(string name) => Path.Combine(_directory, name);
}
