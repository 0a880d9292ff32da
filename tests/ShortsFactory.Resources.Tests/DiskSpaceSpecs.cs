namespace ShortsFactory.Resources.Tests;

public sealed class DiskSpaceSpecs
{
    private const int NoSpace = 28;

    private static readonly string Somewhere = Path.Combine(AppContext.BaseDirectory, "not", "there", "yet.mp4");

    [Fact]
    public void More_than_there_is_is_refused_with_both_figures_and_the_way_out()
    {
        DiskSpace.Require(Somewhere, 1_000, "a test");

        var full = Assert.Throws<DiskFullException>(() => DiskSpace.Require(Somewhere, long.MaxValue / 2, "a test."));

        Assert.Equal(long.MaxValue / 2, full.NeededBytes);
        Assert.InRange(full.FreeBytes, 1_000, long.MaxValue / 2);
        Assert.StartsWith($"The disk of '{AppContext.BaseDirectory.TrimEnd('/')}' is full (", full.Message, StringComparison.Ordinal);
        Assert.EndsWith("MB needed): there is no room for a test.", full.Message, StringComparison.Ordinal);
        Assert.Contains("--work", full.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_told_apart_by_whether_a_full_disk_is_behind_them()
    {
        var tool = new ProcessFailedException("ffmpeg", 1, "av_interleaved_write_frame(): No space left on device\nConversion failed!");

        Assert.NotNull(DiskSpace.Explain(new IOException("full", NoSpace), Somewhere));
        Assert.Same(tool, DiskSpace.Explain(tool, Somewhere)!.InnerException);
        Assert.NotNull(DiskSpace.Explain(new InvalidOperationException("outer", new IOException("full", NoSpace)), Somewhere));
        Assert.Null(DiskSpace.Explain(new IOException("something else"), Somewhere));
        Assert.Null(DiskSpace.Explain(new ProcessFailedException("ffmpeg", 1, "Invalid data"), Somewhere));
        Assert.NotNull(DiskSpace.Explain(new ProcessFailedException("ffmpeg", 1, "Invalid data") { DiskWasFull = true }, Somewhere));
        Assert.Null(DiskSpace.Explain(new IOException("full", NoSpace)));
    }

    [Fact]
    public void A_real_full_disk_is_recognised()
    {
        var error = Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "does not fit"));

        Assert.NotNull(DiskSpace.Explain(error, Somewhere));
    }
}
