using System.Buffers.Binary;
using System.IO.Compression;
using ShortsFactory.Conversions;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Conversions;

/// <summary>Files that cannot be converted, and programs that misbehave: told in a sentence, and nothing remains.</summary>
public sealed class BadFileSpecs
{
    private const int Limit = 300_000;

    [Theory(Timeout = Limit)]
    [InlineData("text.png", "hello", "it is no picture, whatever its name says")]
    [InlineData("text.mp4", "hello", "it is not a video, picture or sound")]
    [InlineData("msl.png", "<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>", "it is no picture, whatever its name says")]
    [InlineData("mvg.jpg", "push graphic-context\nimage over 0,0 0,0 '/etc/passwd'\npop graphic-context", "it is no picture, whatever its name says")]
    [InlineData("at.png", "@/etc/passwd", "it is no picture, whatever its name says")]
    [InlineData("doc.png", "%PDF-1.7", "it is a PDF or PostScript document")]
    [InlineData("list.m3u8", "#EXTM3U\n#EXTINF:1,\nclip.mp4\n", "it is not a video, picture or sound")]
    [InlineData("list.mp4", "#EXTM3U\n#EXTINF:1,\nclip.mp4\n", "it is not a video, picture or sound")]
    [InlineData("parts.mp4", "ffconcat version 1.0\nfile clip.mp4\n", "it is not a video, picture or sound")]
    [InlineData("empty.jpg", "", "it is empty")]
    public async Task What_is_no_media_is_refused_whatever_it_is_called(string name, string text, string message)
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=size=64x64:duration=0.5", "clip.mp4");
        await File.WriteAllTextAsync(workshop.PathOf(name), text, Workshop.Token);

        var exception = await workshop.MustFailAsync<InvalidInputException>(name, "made.jpg");

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Advice);
    }

    [Fact(Timeout = Limit)]
    public async Task A_folder_and_a_file_that_is_not_there_are_refused()
    {
        await using var workshop = new Workshop();
        Directory.CreateDirectory(workshop.PathOf("clips"));

        Assert.Contains("it is a folder", (await workshop.MustFailAsync<InvalidInputException>("clips", "made.mp4")).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such file", (await workshop.MustFailAsync<InvalidInputException>("clip.mov", "made.mp4")).Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("heic")]
    [InlineData("webp")]
    [InlineData("tif")]
    public async Task A_picture_that_is_cut_off_is_refused(string format)
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "400x300", "plasma:", $"whole.{format}");
        var bytes = await File.ReadAllBytesAsync(workshop.PathOf($"whole.{format}"), Workshop.Token);
        await File.WriteAllBytesAsync(workshop.PathOf($"half.{format}"), bytes[..(bytes.Length / 2)], Workshop.Token);

        var exception = await workshop.MustFailAsync<InvalidInputException>($"half.{format}", "made.jpg");

        Assert.Contains("is broken", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Of_a_video_that_is_cut_off_what_is_there_is_converted_and_the_rest_is_told()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30:duration=6", "-movflags", "+faststart", "whole.mp4");
        var bytes = await File.ReadAllBytesAsync(workshop.PathOf("whole.mp4"), Workshop.Token);
        await File.WriteAllBytesAsync(workshop.PathOf("half.mp4"), bytes[..(bytes.Length / 2)], Workshop.Token);

        var result = await workshop.ConvertAsync("half.mp4", "made.webm");

        Assert.Matches(@"only [1-4]\.\d of 6\.0 s could be read", result.Warning);
    }

    [Fact(Timeout = Limit)]
    public async Task A_file_is_what_its_content_says_and_not_its_name()
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "64x48", "xc:red", "heic:photo.jpg");
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=red:size=64x64:duration=0.5", "-f", "mp4", "clip.png");

        ConversionSpecs.MustBeNear((254, 0, 0), await workshop.ColorAsync((await workshop.ConvertAsync("photo.jpg", "a.png")).Output));
        ConversionSpecs.MustBeNear((254, 0, 0), await workshop.ColorAsync((await workshop.ConvertAsync("clip.png", "b.jpg")).Output));
    }

    [Theory(Timeout = Limit)]
    [InlineData("-i.png")]
    [InlineData("%03d.png")]
    [InlineData("a:b.png")]
    [InlineData("it's [1]; a \"test\" ä.png")]
    public async Task Names_mean_nothing_to_the_programs(string name)
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "64x48", "xc:red", "plain.png");
        File.Move(workshop.PathOf("plain.png"), workshop.PathOf(name));

        var result = await workshop.ConvertAsync(name, Path.ChangeExtension(name, ".jpg"));

        Assert.Equal(Path.ChangeExtension(name, ".jpg"), Path.GetFileName(result.Output));
        Assert.True(File.Exists(result.Output));
    }

    [Fact(Timeout = Limit)]
    public async Task A_small_file_with_an_enormous_picture_is_refused_by_the_limit_s_name()
    {
        await using var workshop = new Workshop();
        WritePng(workshop.PathOf("bomb.png"), 50_000, 50_000, rows: 10);

        var exception = await workshop.MustFailAsync<InvalidInputException>("bomb.png", "made.jpg");

        Assert.Contains("it is 50000x50000 pixels (2500 megapixels), and pictures may have 80 (Images:PixelLimit)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--set Images:PixelLimit", exception.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_hundred_megapixels_are_read_if_the_limit_is_raised()
    {
        await using var workshop = new Workshop(images: new ImageOptions { PixelLimit = 110_000_000 });
        WritePng(workshop.PathOf("large.png"), 12_000, 9_000, rows: 9_000);

        var result = await workshop.ConvertAsync("large.png", "made.jpg", "web");

        Assert.Equal(["2048", "1536"], await workshop.ProbeAsync(result.Output, "stream=width,height"));
    }

    [Fact(Timeout = Limit)]
    public async Task What_takes_more_than_the_machine_may_give_is_told_with_the_limits_names()
    {
        await using var workshop = new Workshop(images: new ImageOptions { MemoryLimit = 64 << 20, DiskLimit = 0 });
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=red:size=6000x5000", "-frames:v", "1", "large.png");

        var exception = await workshop.MustFailAsync<InvalidInputException>("large.png", "made.jpg");

        Assert.Contains("Images:MemoryLimit, Images:DiskLimit", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Too_many_pictures_of_an_animation_are_refused()
    {
        await using var workshop = new Workshop(images: new ImageOptions { AnimationPixelLimit = 1_000_000 });
        await workshop.MagickAsync("-size", "1000x600", "xc:red", "red.png");
        await workshop.MagickAsync("-size", "1000x600", "xc:blue", "blue.png");
        await workshop.RunAsync("img2webp", "red.png", "blue.png", "-o", "moving.webp");

        var exception = await workshop.MustFailAsync<InvalidInputException>("moving.webp", "made.mp4");

        Assert.Contains("it is 2 pictures of 1000x600 pixels (1.2 megapixels), and moving WebPs may have 1 (Images:AnimationPixelLimit)", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Without_image_magick_the_message_says_what_to_install()
    {
        await using var workshop = new Workshop(images: new ImageOptions { ImageMagick = "no-such-magick" });
        await File.WriteAllBytesAsync(workshop.PathOf("a.gif"), [.. "GIF89a\u0001\0\u0001\0\0\0\0;"u8], Workshop.Token);
        await workshop.MagickAsync("-size", "64x48", "xc:red", "photo.heic");

        var exception = await workshop.MustFailAsync<ToolMissingException>("photo.heic", "made.jpg");

        Assert.Contains("apt-get install imagemagick", exception.Advice, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("exit 0", "ended well, but wrote none")]
    [InlineData("for last; do :; done; echo garbage > \"$last\"", "ended well, but what it wrote is none")]
    [InlineData("kill -SEGV $$", "ffmpeg failed with exit code 139")]
    [InlineData("yes | head -c 20000000; yes | head -c 20000000 >&2", "ended well, but wrote none")]
    [InlineData("setsid sleep 100 & setsid sh -c 'setsid sleep 100' & exit 1", "ffmpeg failed with exit code 1")]
    public async Task An_ffmpeg_that_misbehaves_is_told_and_the_old_file_stays(string behaviour, string message)
    {
        await using var workshop = new Workshop(media: new MediaOptions { Ffmpeg = Path.Combine(Directory.CreateTempSubdirectory("fake-").FullName, "ffmpeg") is var fake ? await FakeAsync(fake, behaviour) : "" });
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=size=64x64:duration=0.5", "clip.mkv");
        await File.WriteAllTextAsync(workshop.PathOf("made.mp4"), "the old one", Workshop.Token);

        var exception = await workshop.MustFailAsync<ConversionFailedException>("clip.mkv", "made.mp4");

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("clip.mkv", exception.Message, StringComparison.Ordinal);
        Assert.Equal("the old one", await File.ReadAllTextAsync(workshop.PathOf("made.mp4"), Workshop.Token));
    }

    [Fact(Timeout = Limit)]
    public async Task An_image_magick_that_hangs_is_stopped_at_its_limit()
    {
        var fake = Path.Combine(Directory.CreateTempSubdirectory("fake-").FullName, "magick");
        await using var workshop = new Workshop(images: new ImageOptions { TimeLimit = TimeSpan.FromSeconds(1), ImageMagick = await FakeAsync(fake, "[ \"$1\" = -version ] && echo 'Version: ImageMagick 9' || sleep 100") });
        await workshop.MagickAsync("-size", "64x48", "xc:red", "photo.heic");

        var exception = await workshop.MustFailAsync<ProcessTimedOutException>("photo.heic", "made.jpg");

        Assert.Contains("magick was stopped: it ran for more than 1 s", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string> FakeAsync(string path, string behaviour)
    {
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{behaviour}\n", Workshop.Token);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Black, one bit for each pixel, with as many rows as are asked for.</summary>
    private static void WritePng(string path, int width, int height, int rows)
    {
        using var file = File.Create(path);
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Chunk(file, "IHDR"u8, [.. Number(width), .. Number(height), 1, 0, 0, 0, 0]);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            for (var index = 0; index < rows; index++)
            {
                zlib.Write(row);
            }
        }

        Chunk(file, "IDAT"u8, data.ToArray());
        Chunk(file, "IEND"u8, []);
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> name, byte[] body)
    {
        byte[] checkedPart = [.. name, .. body];
        file.Write(Number(body.Length));
        file.Write(checkedPart);
        file.Write(Number((int)System.IO.Hashing.Crc32.HashToUInt32(checkedPart)));
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
