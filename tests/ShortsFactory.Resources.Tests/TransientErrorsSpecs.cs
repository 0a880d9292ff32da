namespace ShortsFactory.Resources.Tests;

public sealed class TransientErrorsSpecs
{
    private const int Busy = 16;
    private const int StaleHandle = 116;
    private const int NoSpace = 28;

    [Theory]
    [InlineData(Busy)]
    [InlineData(StaleHandle)]
    public void A_hiccup_of_a_share_is_outlasted(int code)
    {
        var calls = 0;

        TransientErrors.Outlast(() =>
        {
            if (++calls < 4)
            {
                throw new IOException("as told", code);
            }
        });

        Assert.Equal(4, calls);
    }

    [Fact]
    public void An_error_that_stays_is_thrown_in_the_end()
    {
        var calls = 0;

        var thrown = Assert.Throws<IOException>(() => TransientErrors.Outlast(() =>
        {
            calls++;
            throw new IOException("for ever", Busy);
        }));

        Assert.Equal("for ever", thrown.Message);
        Assert.InRange(calls, 5, 20);
    }

    [Fact]
    public void An_error_that_will_not_pass_is_thrown_at_once()
    {
        var calls = 0;

        Assert.Throws<IOException>(() => TransientErrors.Outlast(() =>
        {
            calls++;
            throw new IOException("full", NoSpace);
        }));
        Assert.Throws<DirectoryNotFoundException>(() => TransientErrors.Outlast(() =>
        {
            calls++;
            File.ReadAllText("/no/such/file");
        }));

        Assert.Equal(2, calls);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_that_somebody_holds_for_a_moment_is_published_all_the_same()
    {
        var directory = Directory.CreateTempSubdirectory("held-").FullName;
        var source = Path.Combine(directory, "source");
        await File.WriteAllTextAsync(source, "whole");
        Task publishing;
        await using (new FileStream(source, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            publishing = AtomicFile.PublishAsync(source, Path.Combine(directory, "target"), CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            Assert.False(publishing.IsCompleted);
        }

        await publishing;
        Assert.Equal("whole", await File.ReadAllTextAsync(Path.Combine(directory, "target")));
        Directory.Delete(directory, recursive: true);
    }
}
