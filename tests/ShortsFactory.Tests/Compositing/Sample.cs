using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Media;

namespace ShortsFactory.Tests.Compositing;

/// <summary>Compositions to describe; nothing of them exists.</summary>
internal static class Sample
{
    public static GeneratedBackground Aurora { get; } = new(GeneratedPresets.All[0]);

    public static ColorBackground Color { get; } = new("112233");

    public static MediaBackground Video { get; } = new(
        new MediaFile { Path = "/v/a 'clip'.mp4", Kind = MediaKind.Video, Duration = TimeSpan.FromSeconds(10), Width = 1920, Height = 1080, FramesPerSecond = 25, NamesColorMatrix = true },
        "background-0.mp4");

    public static MediaBackground FastVideo { get; } = Video with { File = Video.File with { FramesPerSecond = 59.94, NamesColorMatrix = false } };

    public static MediaBackground HighDynamicRange { get; } = Video with { File = Video.File with { FramesPerSecond = 30, HighDynamicRange = true } };

    public static MediaBackground Image { get; } = new(
        new MediaFile { Path = "/v/b:[0];.png", Kind = MediaKind.Image, Width = 3000, Height = 2000 }, "background-1.png");

    /// <summary>Three seconds for each background.</summary>
    public static Composition Of(params Background[] backgrounds)
    {
        const int Length = 90;
        var last = backgrounds.Length - 1;
        return new Composition
        {
            FrameRate = 30,
            Span = new FrameSpan(0, backgrounds.Length * Length),
            CoverFrame = 45,
            Segments =
            [
                .. backgrounds.Select((background, index) => new BackgroundSegment(
                    background, new FrameSpan((index * Length) - (index == 0 ? 0 : 4), ((index + 1) * Length) + (index == last ? 0 : 5)))),
            ],
        };
    }
}
