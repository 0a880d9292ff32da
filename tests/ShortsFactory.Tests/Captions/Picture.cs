using ShortsFactory.Resources;
using SkiaSharp;

namespace ShortsFactory.Tests.Captions;

/// <summary>A still of captions over one grey, as libass in ffmpeg really draws it.</summary>
internal sealed class Picture
{
    private const int Width = 1080;
    private const int Height = 1920;

    private readonly byte[] _pixels;

    private Picture(byte[] pixels, IReadOnlyList<string> log)
    {
        _pixels = pixels;
        Log = log;
    }

    /// <summary>The picture of these grey pixels.</summary>
    public static Picture Of(byte[] pixels) => new(pixels, []);

    /// <summary>What ffmpeg and libass said about it.</summary>
    public IReadOnlyList<string> Log { get; }

    public static async Task<Picture> RenderAsync(ResourceScope scope, string ass, string fontDirectory, TimeSpan time, byte background, CancellationToken cancellationToken)
    {
        var script = scope.PathOf("still.ass");
        var output = scope.PathOf("still.raw");
        await File.WriteAllTextAsync(script, ass, cancellationToken);
        List<string> log = [];

        // 1000 frames a second, so that a time is not rounded to the nearest frame of an ordinary video.
        await scope.RunAsync(
            new ProcessCommand
            {
                FileName = "ffmpeg",
                Arguments =
                [
                    "-nostdin", "-y", "-v", "verbose",
                    "-f", "lavfi", "-i", $"color=0x{background:X2}{background:X2}{background:X2}:s={Width}x{Height}:r=1000",
                    "-vf", $"format=gbrp,setpts=PTS+{time.TotalSeconds}/TB,ass={script}:fontsdir={fontDirectory},format=gray",
                    "-frames:v", "1", "-f", "rawvideo", output,
                ],
                OnErrorLine = log.Add,
            },
            cancellationToken);
        return new Picture(await File.ReadAllBytesAsync(output, cancellationToken), log);
    }

    /// <summary>The grey of a pixel.</summary>
    public byte At(int x, int y) => _pixels[(y * Width) + x];

    /// <summary>Fails unless what differs from the background fills a measured box to the pixel, or nearly so.</summary>
    public void IsFilledAs(SKRect measured, int tolerance = 100)
    {
        var (left, top, right, bottom) = Bounds(tolerance);
        Assert.InRange(left - measured.Left, -2, 2);
        Assert.InRange(right - measured.Right, -2, 2);
        Assert.InRange(top - measured.Top, -2, 2);
        Assert.InRange(bottom - measured.Bottom, -2, 2);
    }

    /// <summary>The smallest box around all that differs from the background, the first pixel, by more than a tolerance.</summary>
    public (int Left, int Top, int Right, int Bottom) Bounds(int tolerance)
    {
        var (left, top, right, bottom) = (Width, Height, 0, 0);
        for (var index = 0; index < _pixels.Length; index++)
        {
            if (Math.Abs(_pixels[index] - _pixels[0]) > tolerance)
            {
                (left, right) = (Math.Min(left, index % Width), Math.Max(right, (index % Width) + 1));
                (top, bottom) = (Math.Min(top, index / Width), Math.Max(bottom, (index / Width) + 1));
            }
        }

        return (left, top, right, bottom);
    }
}
