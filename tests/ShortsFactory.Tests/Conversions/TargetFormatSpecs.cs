using System.Globalization;
using System.Text;
using ShortsFactory.Backgrounds;
using ShortsFactory.Conversions;
using ShortsFactory.Conversions.Presets;
using ShortsFactory.Conversions.Targets;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;

namespace ShortsFactory.Tests.Conversions;

public sealed class TargetFormatSpecs
{
    private static readonly Source Video = Of(SourceKind.Video, new MediaFile { Path = "/clip.mov", Kind = MediaKind.Video, Width = 1920, Height = 1080, FramesPerSecond = 59.94, HasSound = true, Codec = "hevc", Duration = TimeSpan.FromSeconds(9) });

    private static readonly Source Hdr = Of(SourceKind.Video, Video.Media with { HighDynamicRange = true });

    private static readonly Source Animation = Of(SourceKind.Animation, new MediaFile { Path = "/fun.gif", Kind = MediaKind.Video, Width = 320, Height = 240, FramesPerSecond = 10, HasAlpha = true, Duration = TimeSpan.FromSeconds(2) });

    private static readonly Source Sound = Of(SourceKind.Sound, new MediaFile { Path = "/voice.m4a", Kind = MediaKind.Audio, HasSound = true, Duration = TimeSpan.FromSeconds(30) });

    /// <summary>As it is opened, and after a PNG has been made of it.</summary>
    private static readonly Source Picture = Of(SourceKind.Picture, new MediaFile { Path = "/photo.heic", Kind = MediaKind.Image, Width = 4032, Height = 3024 }) with
    {
        Image = new OpenedImage("/photo.heic", "source.heic", ImageFormat.Heic, new ImageInfo { Width = 4032, Height = 3024, HasProfile = true }),
    };

    public static TheoryData<string> Formats => [.. FileConversions.FormatNames];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_describes_its_runs(string name)
    {
        var target = TargetFormats.Get(name);
        var text = new StringBuilder();
        foreach (var (title, source, look, _) in Cases().Where(example => Fits(example.Source, target) && example.Kinds.Contains(target.Kind)))
        {
            text.Append(CultureInfo.InvariantCulture, $"== {title}\n");
            foreach (var step in target.Steps(source, look, $"result.{name}"))
            {
                text.Append(CultureInfo.InvariantCulture, $"{step.Program}{(step.IsReporting ? ", reporting" : "")}: {string.Join(' ', step.Arguments)}\n");
            }
        }

        Golden.Matches(text.ToString(), $"Target.{name}");
    }

    [Fact]
    public void A_format_is_found_by_its_names_in_any_case()
    {
        Assert.Equal("jpg", TargetFormats.Get("JPEG").Name);
        Assert.Equal("mp4", TargetFormats.Find(".m4v")?.Name);
        Assert.Null(TargetFormats.Find(""));
    }

    [Fact]
    public void Every_name_is_one_formats_alone()
    {
        var names = TargetFormats.All.SelectMany(format => format.Aliases.Append(format.Name)).ToArray();

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static IEnumerable<(string Title, Source Source, Look Look, IReadOnlyList<TargetKind> Kinds)> Cases()
    {
        var all = Enum.GetValues<TargetKind>();
        var (shorts, web) = (ConversionPresets.Get("shorts"), ConversionPresets.Get("web"));
        return
        [
            ("video", Video, new Look(), all),
            ("video of high dynamic range", Hdr, new Look(), [TargetKind.Video, TargetKind.Picture]),
            ("animation", Animation, new Look(), all),
            ("sound", Sound, new Look(), all),
            ("picture", Picture, new Look(), all),
            ("picture, as a PNG", Picture with { Image = null, Input = ["-f", "image2", "-i", "source-picture.png"] }, new Look(), all),
            ("video at 3 s", Video, new Look { At = TimeSpan.FromSeconds(3) }, [TargetKind.Picture]),
            ("video for shorts", Video, shorts.Look, shorts.Kinds),
            ("video for shorts, blurred", Video, shorts.Look with { Fill = Fill.Blur }, shorts.Kinds),
            ("video for the web", Video, web.Look, web.Kinds),
            ("picture for the web", Picture, web.Look, web.Kinds),
        ];
    }

    private static bool Fits(Source source, ITargetFormat target) => target.Kind switch
    {
        TargetKind.Sound => source.Media.HasSound,
        TargetKind.Picture => source.Kind is not SourceKind.Sound,
        _ => source.Kind is not SourceKind.Sound && source.Image is null,
    };

    private static Source Of(SourceKind kind, MediaFile media) =>
        new() { Path = media.Path, Kind = kind, Media = media, Input = ["-protocol_whitelist", "file", "-i", "source.mov"] };
}
