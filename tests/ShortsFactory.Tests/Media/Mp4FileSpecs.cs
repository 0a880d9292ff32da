using ShortsFactory.Media;

namespace ShortsFactory.Tests.Media;

public sealed class Mp4FileSpecs
{
    [Fact(Timeout = 60_000)]
    public async Task A_file_is_whole_until_a_byte_of_its_end_is_missing()
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf("clip.mp4");
        await run.Scope.RunAsync(
            new ShortsFactory.Resources.ProcessCommand
            {
                FileName = "ffmpeg",
                Arguments = ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=30", "-frames:v", "20", "-c:v", "libx264", path],
            },
            TestContext.Current.CancellationToken);
        var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        Assert.True(Mp4File.IsWhole(path));
        foreach (var length in (int[])[content.Length - 1, content.Length / 2, 40, 7, 0])
        {
            await File.WriteAllBytesAsync(path, content[..length], TestContext.Current.CancellationToken);
            Assert.False(Mp4File.IsWhole(path), $"{length} of {content.Length} bytes");
        }

        foreach (var (bytes, endsEarly) in ((byte[], bool)[])[(content, false), ([.. content, 0, 0, 0, 0], false), ([.. content, .. "no box at all"u8], false), (content[..^1], true), (content[..(content.Length / 2)], true)])
        {
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
            Assert.Equal(endsEarly, Mp4File.EndsEarly(path));
        }
    }
}
