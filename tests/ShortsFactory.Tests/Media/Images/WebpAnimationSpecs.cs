using ShortsFactory.Media.Images;

namespace ShortsFactory.Tests.Media.Images;

public sealed class WebpAnimationSpecs : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Size_and_durations_are_read_from_the_chunks()
    {
        Write(Header(0x02, 320, 240), ("ANIM", new byte[6]), Frame(100), Frame(40), Frame(5));

        var animation = WebpAnimation.Read(_path);

        Assert.Equal((320, 240), (animation?.Width, animation?.Height));
        Assert.Equal([100, 40, 100], animation!.Durations.Select(duration => duration.TotalMilliseconds));
        Assert.Equal(320 * 240 * 3, animation.Pixels);
    }

    [Fact]
    public void A_single_picture_is_none()
    {
        Write(Header(0x10, 320, 240), ("VP8 ", new byte[20]));

        Assert.Null(WebpAnimation.Read(_path));
    }

    [Fact]
    public void A_file_that_is_cut_off_or_lies_about_lengths_is_read_as_far_as_it_goes()
    {
        Write(Header(0x02, 320, 240), Frame(100));
        var bytes = File.ReadAllBytes(_path);
        bytes[^21] = 0x7f;
        File.WriteAllBytes(_path, bytes[..^3]);

        Assert.True((WebpAnimation.Read(_path)?.Durations.Count ?? 0) <= 1);
    }

    [Fact]
    public void The_list_for_ffmpeg_keeps_the_durations()
    {
        var list = AnimationReader.List("source", [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(45)]);

        Assert.Equal(
            "ffconcat version 1.0\nfile source-000000.png\noption framerate 1000\nduration 0.1\nfile source-000001.png\noption framerate 1000\nduration 0.045\nfile source-000001.png\noption framerate 1000\n",
            list);
    }

    public void Dispose() => File.Delete(_path);

    private static (string, byte[]) Header(byte flags, int width, int height) =>
        ("VP8X", [flags, 0, 0, 0, .. Number24(width - 1), .. Number24(height - 1)]);

    private static (string, byte[]) Frame(int milliseconds) => ("ANMF", [.. new byte[12], .. Number24(milliseconds), 0]);

    private static byte[] Number24(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private void Write(params (string Name, byte[] Body)[] chunks)
    {
        using var writer = new BinaryWriter(File.Create(_path));
        writer.Write("RIFF\0\0\0\0WEBP"u8);
        foreach (var (name, body) in chunks)
        {
            writer.Write(System.Text.Encoding.ASCII.GetBytes(name));
            writer.Write(body.Length);
            writer.Write(body);
        }
    }
}
