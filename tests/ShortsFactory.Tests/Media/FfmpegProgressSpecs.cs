using ShortsFactory.Media;

namespace ShortsFactory.Tests.Media;

public sealed class FfmpegProgressSpecs
{
    [Fact]
    public void Each_block_is_one_report()
    {
        var reports = Read("""
            frame=0
            fps=0.00
            stream_0_0_q=0.0
            bitrate=N/A
            out_time_us=N/A
            speed=N/A
            progress=continue
            frame=58
            fps=116.0
            stream_0_0_q=23.0
            bitrate=   0.2kbits/s
            out_time_us=1912018
            out_time_ms=1912018
            out_time=00:00:01.912018
            dup_frames=0
            speed=3.82x
            progress=end
            """);

        Assert.Equal([default, new FfmpegProgress(58, 116, TimeSpan.FromMicroseconds(1_912_018), 3.82)], reports);
    }

    [Fact]
    public void Lines_of_another_kind_are_passed_over() =>
        Assert.Equal([new FfmpegProgress(7, 0, TimeSpan.Zero, 0)], Read("press q\nframe=  7\nframe=x\n\n=\nprogress=continue\nframe=9"));

    private static List<FfmpegProgress> Read(string text)
    {
        var reports = new List<FfmpegProgress>();
        var reader = new FfmpegProgressReader(reports.Add);
        foreach (var line in text.Split('\n'))
        {
            reader.Read(line.TrimEnd('\r'));
        }

        return reports;
    }
}
