using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using static ShortsFactory.Tests.Conversions.ConversionSpecs;

namespace ShortsFactory.Tests.Conversions;

/// <summary>Pictures of every format, decoded again after they have been converted.</summary>
public sealed class PictureSpecs
{
    private const int Limit = 300_000;
    private const string Orange = "rgb(200,100,50)";

    public static TheoryData<string, string> Pairs => new(
        from source in (string[])["heic", "avif", "psd", "tif", "webp", "bmp", "jp2", "png", "jpg", "gif", "ico"]
        from target in (string[])["jpg", "png", "webp", "mp4"]
        select (source, target));

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Pairs))]
    public async Task Every_format_becomes_every_other_one(string source, string target)
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "128x96", $"xc:{Orange}", "-fill", "rgb(20,40,220)", "-draw", "rectangle 64,0 127,95", "-type", "TrueColor", $"picture.{source}");

        var result = await workshop.ConvertAsync($"picture.{source}", $"made.{target}");

        Assert.Equal(["128", "96"], await workshop.ProbeAsync(result.Output, "stream=width,height"));
        MustBeNear((200, 100, 50), await workshop.ColorAsync(result.Output, "40:60:10:20"), tolerance: 8);
        MustBeNear((20, 40, 220), await workshop.ColorAsync(result.Output, "40:60:80:20"), tolerance: 8);
        if (target is "mp4")
        {
            Assert.InRange(await workshop.DurationAsync(result.Output), 4.9, 5.1);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_drawing_is_drawn_large_and_reads_no_other_file()
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "32x32", "xc:red", "secret.png");
        await File.WriteAllTextAsync(
            workshop.PathOf("drawing.svg"),
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 32 24"><rect width="32" height="24" fill="#2060a0"/>
            <image xlink:href="file://{workshop.PathOf("secret.png")}" width="32" height="24"/><image href="secret.png" width="32" height="24"/><image href="http://127.0.0.1:9/x.png" width="32" height="24"/></svg>
            """,
            Workshop.Token);

        var result = await workshop.ConvertAsync("drawing.svg", "drawing.png");

        Assert.Equal(["1440", "1080"], await workshop.ProbeAsync(result.Output, "stream=width,height"));
        MustBeNear((0x20, 0x60, 0xa0), await workshop.ColorAsync(result.Output, "64:64:400:500"), tolerance: 1);
    }

    [Fact(Timeout = Limit)]
    public async Task Other_entities_of_a_drawing_are_not_read_and_bombs_of_them_do_nothing()
    {
        await using var workshop = new Workshop();
        var bomb = string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        await File.WriteAllTextAsync(workshop.PathOf("bomb.svg"), $"<!DOCTYPE svg [<!ENTITY e0 \"aaaaaaaaaa\">{bomb}]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&e9;</text></svg>", Workshop.Token);
        await File.WriteAllTextAsync(workshop.PathOf("reader.svg"), "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&e;</text></svg>", Workshop.Token);

        await workshop.MustFailAsync<InvalidInputException>("bomb.svg", "a.png");
        await workshop.MustFailAsync<InvalidInputException>("reader.svg", "b.png");
    }

    [Theory(Timeout = Limit)]
    [InlineData("jpg")]
    [InlineData("tif")]
    public async Task A_photograph_is_turned_upright_and_loses_what_is_not_picture(string source)
    {
        await using var workshop = new Workshop();
        string[] lying = ["-size", "128x96", "xc:red", "-fill", "blue", "-draw", "rectangle 64,0 127,95"];
        if (source is "jpg")
        {
            // An EXIF block that says nothing but how the camera was held, and a comment.
            byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
            await workshop.MagickAsync([.. lying, "-set", "comment", "taken at 48.1N", "lying.jpg"]);
            var bytes = await File.ReadAllBytesAsync(workshop.PathOf("lying.jpg"), Workshop.Token);
            await File.WriteAllBytesAsync(workshop.PathOf("photo.jpg"), [.. bytes[..2], .. exif, .. bytes[2..]], Workshop.Token);
        }
        else
        {
            await workshop.MagickAsync([.. lying, "-orient", "RightTop", "-set", "tiff:artist", "taken at 48.1N", "photo.tif"]);
        }

        var result = await workshop.ConvertAsync($"photo.{source}", "made.jpg");

        Assert.Equal(["96", "128"], await workshop.ProbeAsync(result.Output, "stream=width,height"));
        MustBeNear((254, 0, 0), await workshop.ColorAsync(result.Output, "60:40:10:10"));
        MustBeNear((0, 0, 254), await workshop.ColorAsync(result.Output, "60:40:10:80"));
        Assert.DoesNotContain("48.1N", await File.ReadAllTextAsync(result.Output, System.Text.Encoding.Latin1, Workshop.Token), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("p.png")]
    [InlineData("p.jpg")]
    [InlineData("p.tif")]
    [InlineData("p.heic")]
    public async Task Colours_of_another_space_are_brought_to_srgb(string source)
    {
        await using var workshop = new Workshop();

        // Display P3 has the primaries of DCI-P3 (SMPTE RP 431-2) with sRGB's curve; 200, 100, 50 there is 214, 91, 29 in sRGB.
        await File.WriteAllBytesAsync(workshop.PathOf("p3.icc"), WithPrimaries(SrgbProfile.Bytes), Workshop.Token);
        await workshop.MagickAsync("-size", "128x96", $"xc:{Orange}", "-profile", "p3.icc", "-type", "TrueColor", $"PNG24:{(source is "p.heic" ? "base.png" : source)}");
        if (source is "p.heic")
        {
            await workshop.RunAsync("heif-enc", "-q", "95", "base.png", "-o", source);
        }

        var result = await workshop.ConvertAsync(source, "made.png");

        MustBeNear((214, 91, 29), await workshop.ColorAsync(result.Output), tolerance: 4);
    }

    [Theory(Timeout = Limit)]
    [InlineData("jpg")]
    [InlineData("tif")]
    [InlineData("psd")]
    public async Task Inks_become_light(string source)
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "64x48", $"xc:{Orange}", "-colorspace", "CMYK", $"inks.{source}");

        MustBeNear((200, 100, 50), await workshop.ColorAsync((await workshop.ConvertAsync($"inks.{source}", "made.png")).Output));
    }

    [Fact(Timeout = Limit)]
    public async Task Sixteen_bits_stay_sixteen_in_a_png()
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "64x256", "gradient:rgb(10,0,0)-rgb(12,0,0)", "-depth", "16", "deep.tif");

        var result = await workshop.ConvertAsync("deep.tif", "deep.png");

        Assert.Equal("rgb48be", Assert.Single(await workshop.ProbeAsync(result.Output, "stream=pix_fmt")));
    }

    [Fact(Timeout = Limit)]
    public async Task Layers_become_one_picture()
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "64x48", "xc:red", "(", "-size", "64x48", "xc:none", "-fill", "blue", "-draw", "rectangle 32,0 63,47", ")", "(", "-clone", "0-1", "-flatten", ")", "-insert", "0", "layers.psd");

        var result = await workshop.ConvertAsync("layers.psd", "made.png");

        MustBeNear((254, 0, 0), await workshop.ColorAsync(result.Output, "20:20:5:5"));
        MustBeNear((0, 0, 254), await workshop.ColorAsync(result.Output, "20:20:40:5"));
    }

    [Theory(Timeout = Limit)]
    [InlineData("png", 0)]
    [InlineData("webp", 0)]
    [InlineData("gif", 0)]
    [InlineData("jpg", 255)]
    [InlineData("mp4", 255)]
    public async Task Transparency_stays_where_the_format_has_it_and_is_black_elsewhere(string target, int alpha)
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "128x96", "xc:none", "-fill", "red", "-draw", "rectangle 64,0 127,95", "half.png");

        var result = await workshop.ConvertAsync("half.png", $"made.{target}");

        var left = await workshop.ColorAsync(result.Output, "40:60:10:20");
        Assert.Equal(alpha, left.Alpha);
        MustBeNear((254, 0, 0), await workshop.ColorAsync(result.Output, "40:60:80:20"));
        if (alpha > 0)
        {
            MustBeNear((0, 0, 0), left);
        }
    }

    [Theory(Timeout = Limit)]
    [InlineData("gif", "mp4")]
    [InlineData("gif", "webm")]
    [InlineData("gif", "webp")]
    [InlineData("webp", "mp4")]
    [InlineData("webp", "gif")]
    [InlineData("webp", "webm")]
    [InlineData("webp", "webp")]
    public async Task Animations_keep_their_times(string source, string target)
    {
        await using var workshop = new Workshop();
        foreach (var color in (string[])["red", "lime", "blue"])
        {
            await workshop.MagickAsync("-size", "64x48", $"xc:{color}", $"{color}.png");
        }

        await (source is "gif"
            ? workshop.MagickAsync("-delay", "20", "red.png", "-delay", "70", "lime.png", "-delay", "30", "blue.png", "-loop", "0", "moving.gif")
            : workshop.RunAsync("img2webp", "-lossless", "-d", "200", "red.png", "-d", "700", "lime.png", "-d", "300", "blue.png", "-o", "moving.webp"));

        var result = await workshop.ConvertAsync($"moving.{source}", $"made.{target}");

        var times = target is "webp" ? WebpAnimation.Read(result.Output)!.Durations.Select(duration => duration.TotalSeconds).Sum() : await workshop.DurationAsync(result.Output);
        Assert.InRange(times, 1.19, 1.21);
        if (target is "webp")
        {
            Assert.Equal([0.2, 0.7, 0.3], WebpAnimation.Read(result.Output)!.Durations.Select(duration => duration.TotalSeconds));
            return;
        }

        foreach (var (at, color) in ((double, (int, int, int))[])[(0.18, (254, 0, 0)), (0.22, (0, 254, 0)), (0.87, (0, 254, 0)), (0.92, (0, 0, 254)), (1.17, (0, 0, 254))])
        {
            MustBeNear(color, await workshop.ColorAsync(result.Output, at: at), tolerance: 12);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_picture_for_shorts_fills_the_frame_also_as_a_picture()
    {
        await using var workshop = new Workshop();
        await workshop.MagickAsync("-size", "300x200", $"xc:{Orange}", "photo.heic");

        var picture = await workshop.ConvertAsync("photo.heic", "photo.jpg", "shorts");
        var video = await workshop.ConvertAsync("photo.heic", "made", "shorts");

        Assert.Equal(["1080", "1920"], await workshop.ProbeAsync(picture.Output, "stream=width,height"));
        Assert.Equal(["h264", "1080", "1920"], await workshop.ProbeAsync(video.Output, "stream=codec_name,width,height"));
        MustBeNear((200, 100, 50), await workshop.ColorAsync(picture.Output, "64:64:500:900"));
        MustBeNear((200, 100, 50), await workshop.ColorAsync(video.Output, "64:64:500:900"));
    }

    private static byte[] WithPrimaries(byte[] profile)
    {
        byte[] changed = [.. profile];
        double[] primaries = [0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407];
        foreach (var (index, name) in ((string[])["rXYZ", "gXYZ", "bXYZ"]).Index())
        {
            var entry = profile.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name));
            var position = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(entry + 4)) + 8;
            foreach (var (part, value) in primaries[(3 * index)..((3 * index) + 3)].Index())
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(position + (4 * part)), (int)Math.Round(value * 65_536));
            }
        }

        return changed;
    }
}
