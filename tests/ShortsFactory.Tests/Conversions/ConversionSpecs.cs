using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Conversions;

/// <summary>Videos and sounds, decoded again after they have been converted.</summary>
public sealed class ConversionSpecs
{
    private const int Limit = 300_000;

    [Theory(Timeout = Limit)]
    [InlineData("mp4", "h264", "aac", 180, 320)]
    [InlineData("webm", "vp9", "opus", 180, 320)]
    public async Task A_clip_from_a_phone_is_turned_upright_and_loses_its_place(string format, string video, string sound, int width, int height)
    {
        await using var workshop = new Workshop();
        await PhoneClipAsync(workshop);

        var result = await workshop.ConvertAsync("phone.mov", $"clip.{format}");

        Assert.Null(result.Warning);
        Assert.Equal(result.Bytes, new FileInfo(result.Output).Length);
        Assert.Equal([video, $"{width}", $"{height}", sound], await workshop.ProbeAsync(result.Output, "stream=codec_name,width,height"));
        Assert.InRange(await workshop.DurationAsync(result.Output), 1.9, 2.15);
        MustBeNear((254, 0, 0), await workshop.ColorAsync(result.Output, "40:40:70:10"));
        MustBeNear((0, 0, 254), await workshop.ColorAsync(result.Output, "40:40:70:270"));
        Assert.DoesNotContain("48.0", await File.ReadAllTextAsync(result.Output, System.Text.Encoding.Latin1, Workshop.Token), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("wav", "pcm_s16le")]
    [InlineData("m4a", "aac")]
    [InlineData("mp3", "mp3")]
    public async Task Of_a_video_sound_formats_take_the_sound(string format, string codec)
    {
        await using var workshop = new Workshop();
        await PhoneClipAsync(workshop);

        var result = await workshop.ConvertAsync("phone.mov", $"sound.{format}");

        Assert.Equal(codec, Assert.Single(await workshop.ProbeAsync(result.Output, "stream=codec_name")));
        Assert.InRange(await workshop.DurationAsync(result.Output), 1.95, 2.15);
        await workshop.FfmpegAsync("-i", result.Output, "-ac", "1", "-ar", "8000", "-f", "s16le", "sound.pcm");
        Assert.InRange(Crossings(await File.ReadAllBytesAsync(workshop.PathOf("sound.pcm"), Workshop.Token)) / 2.0 / 2.0, 970, 1_030);
    }

    [Fact(Timeout = Limit)]
    public async Task A_gif_of_a_video_has_its_length_and_colours_and_half_of_a_short_s_width()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=0x2080c0:size=1280x720:rate=30:duration=1.5", "clip.mp4");

        var result = await workshop.ConvertAsync("clip.mp4", "clip.gif");

        Assert.Equal(["gif", "960", "540", "20/1"], await workshop.ProbeAsync(result.Output, "stream=codec_name,width,height,r_frame_rate"));
        Assert.InRange(await workshop.DurationAsync(result.Output), 1.45, 1.55);
        MustBeNear((0x20, 0x80, 0xc0), await workshop.ColorAsync(result.Output));
    }

    [Theory(Timeout = Limit)]
    [InlineData("jpg", "mjpeg")]
    [InlineData("png", "png")]
    [InlineData("webp", "webp")]
    public async Task Of_a_video_formats_of_pictures_take_one_that_is_not_the_black_one_at_the_beginning(string format, string codec)
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=black:size=320x180:rate=30:duration=0.4", "-f", "lavfi", "-i", "color=0x30a040:size=320x180:rate=30:duration=3", "-filter_complex", "[0][1]concat", "clip.mp4");

        var result = await workshop.ConvertAsync("clip.mp4", $"cover.{format}");

        Assert.Equal([codec, "320", "180"], await workshop.ProbeAsync(result.Output, "stream=codec_name,width,height"));
        MustBeNear((0x30, 0xa0, 0x40), await workshop.ColorAsync(result.Output));
    }

    [Fact(Timeout = Limit)]
    public async Task The_picture_of_a_moment_is_the_one_of_that_moment()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=red:size=320x180:rate=30:duration=1", "-f", "lavfi", "-i", "color=blue:size=320x180:rate=30:duration=1", "-filter_complex", "[0][1]concat", "clip.mp4");

        MustBeNear((254, 0, 0), await workshop.ColorAsync((await workshop.ConvertAsync("clip.mp4", "a.png", at: "0.9")).Output));
        MustBeNear((0, 0, 254), await workshop.ColorAsync((await workshop.ConvertAsync("clip.mp4", "b.png", at: "1.2s")).Output));
        var late = await workshop.MustFailAsync<InvalidInputException>("clip.mp4", "c.png", at: "2s");
        Assert.Contains("--at is 2 s, but it is only 2 s long", late.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("crop")]
    [InlineData("blur")]
    public async Task Footage_for_shorts_has_the_delivered_shape_rate_and_colours(string fill)
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync(
            "-f", "lavfi", "-i", "color=0xc06030:size=641x361:rate=24:duration=2", "-f", "lavfi", "-i", "sine=1000:sample_rate=44100:duration=2", "-vf", "setpts=PTS+0.01*random(1)/TB", "-fps_mode", "vfr",
            "-c:v", "mpeg4", "-c:a", "aac", "odd.mkv");

        var result = await workshop.ConvertAsync("odd.mkv", "short.mp4", "shorts", fill: fill);

        Assert.Equal(
            ["h264", "High", "1080", "1920", "1:1", "yuv420p", "tv", "bt709", "bt709", "bt709", "30/1", "30/1"],
            await workshop.ProbeAsync($"{result.Output}", "stream=codec_name,profile,width,height,pix_fmt,sample_aspect_ratio,color_range,color_space,color_transfer,color_primaries,r_frame_rate,avg_frame_rate") is var all ? all[..12] : []);
        Assert.InRange(await workshop.DurationAsync(result.Output), 1.95, 2.1);
        MustBeNear((0xc0, 0x60, 0x30), await workshop.ColorAsync(result.Output, "200:200:440:860"));
        var ground = await workshop.ColorAsync(result.Output, "200:200:440:20");
        Assert.Equal(fill is "crop", ground.Red > 0xb0);
    }

    [Fact(Timeout = Limit)]
    public async Task Sound_of_footage_for_shorts_stays_where_the_picture_is()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync(
            "-f", "lavfi", "-i", "color=gray:size=320x180:rate=30:duration=2", "-f", "lavfi", "-i", "aevalsrc=if(gte(t\\,0.5)\\,sin(6283*t)\\,0):s=48000:d=2", "-c:v", "libx264", "-c:a", "pcm_s16le", "-f", "matroska", "clip.mkv");

        var result = await workshop.ConvertAsync("clip.mkv", "short.mp4", "shorts");

        await workshop.FfmpegAsync("-i", result.Output, "-ac", "1", "-ar", "48000", "-f", "s16le", "sound.pcm");
        var samples = Samples(await File.ReadAllBytesAsync(workshop.PathOf("sound.pcm"), Workshop.Token));
        Assert.InRange(Array.FindIndex(samples, sample => Math.Abs((int)sample) > 8_000) / 48_000.0, 0.495, 0.505);
    }

    [Fact(Timeout = Limit)]
    public async Task Files_for_the_web_are_small()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=60:duration=1", "-c:v", "libx264", "-preset", "ultrafast", "clip.mp4");

        var result = await workshop.ConvertAsync("clip.mp4", "small.mp4", "web");

        Assert.Equal(["1280", "720", "30/1"], await workshop.ProbeAsync(result.Output, "stream=width,height,r_frame_rate"));
        Assert.InRange(result.Bytes, 1, 600_000);
    }

    [Fact(Timeout = Limit)]
    public async Task A_voice_comes_out_in_one_channel_as_loud_as_a_finished_short()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "sine=300:sample_rate=44100:duration=5", "-af", "volume=-20dB,tremolo=f=4:d=0.8,aformat=channel_layouts=stereo", "voice.ogg");

        var result = await workshop.ConvertAsync("voice.ogg", "voice.wav", "voice");

        Assert.Equal(["pcm_s16le", "48000", "1"], await workshop.ProbeAsync(result.Output, "stream=codec_name,sample_rate,channels"));
        await workshop.FfmpegAsync("-i", result.Output, "-af", "pan=stereo|c0=c0|c1=c0", "both.wav");
        Assert.InRange(ShortsFactory.Audio.LoudnessMeter.Measure(workshop.PathOf("both.wav"), Workshop.Token).IntegratedLufs, -14.3, -13.7);
    }

    [Fact(Timeout = Limit)]
    public async Task A_silent_recording_is_no_voice()
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "anullsrc=sample_rate=48000", "-t", "1", "silence.wav");

        var exception = await workshop.MustFailAsync<InvalidInputException>("silence.wav", "voice.m4a", "voice");

        Assert.Contains("nothing is heard in it", exception.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("sound.wav", "a.jpg", "sound alone, of which no jpg can be made", "wav, m4a or mp3")]
    [InlineData("sound.wav", "a.mp4", "sound alone, of which no mp4 can be made", "shorts make")]
    [InlineData("mute.mp4", "a.mp3", "a video without sound", "Choose a format of pictures")]
    [InlineData("long.mp4", "a.gif", "gifs may have 60 s (Conversions:GifLimit)", "mp4 or webm")]
    public async Task Pairs_without_sense_are_refused(string input, string output, string message, string advice)
    {
        await using var workshop = new Workshop();
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "sine=duration=0.5", "sound.wav");
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=size=64x64:duration=0.5", "mute.mp4");
        await workshop.FfmpegAsync("-f", "lavfi", "-i", "color=size=64x64:rate=1:duration=61", "long.mp4");

        var exception = await workshop.MustFailAsync<InvalidInputException>(input, output);

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Advice, StringComparison.Ordinal);
    }

    internal static void MustBeNear((int Red, int Green, int Blue) expected, (int Red, int Green, int Blue, int Alpha) actual, int tolerance = 6) => Assert.True(
        Math.Abs(expected.Red - actual.Red) <= tolerance && Math.Abs(expected.Green - actual.Green) <= tolerance && Math.Abs(expected.Blue - actual.Blue) <= tolerance,
        $"{actual} instead of {expected}");

    /// <summary>Stored lying, red on the left and blue on the right; shown upright, red is above. With a place, a variable rate and a tone of 1 kHz.</summary>
    private static async Task PhoneClipAsync(Workshop workshop)
    {
        await workshop.FfmpegAsync(
            "-f", "lavfi", "-i", "color=red:size=160x180:rate=30:duration=2", "-f", "lavfi", "-i", "color=blue:size=160x180:rate=30:duration=2", "-f", "lavfi", "-i", "sine=1000:duration=2",
            "-filter_complex", "[0][1]hstack,select=not(eq(mod(n\\,7)\\,3))", "-fps_mode", "vfr", "-c:v", "libx265", "-x265-params", "log-level=error", "-tag:v", "hvc1", "-c:a", "aac", "lying.mov");
        await workshop.FfmpegAsync("-i", "lying.mov", "-c", "copy", "-metadata:s:v:0", "rotate=270", "-metadata", "location=+48.0+011.0/", "phone.mov");
    }

    private static short[] Samples(byte[] pcm) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(pcm).ToArray();

    private static int Crossings(byte[] pcm)
    {
        var samples = Samples(pcm);
        return Enumerable.Range(1, samples.Length - 1).Count(index => samples[index - 1] < 0 != samples[index] < 0);
    }
}
