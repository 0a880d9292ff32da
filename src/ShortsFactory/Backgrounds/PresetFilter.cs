using System.Globalization;
using ShortsFactory.Media;

namespace ShortsFactory.Backgrounds;

/// <summary>
/// Writes the ffmpeg filters that draw a preset. They draw very few pixels, a few times a second, and in 12 bits: in-between
/// frames are blended and the picture is blown up with a smooth kernel and dithered down to 8 bits, so that drawing costs
/// a tenth of encoding and no bands show. All of it is YUV, so that no full picture is ever converted.
/// </summary>
internal static class PresetFilter
{
    private const int Rate = 5;
    private const int Depth = 12;
    private const int Unit = 1 << (Depth - 8);

    /// <summary>Captions stand a little below the middle of the picture; there the light is dimmed.</summary>
    private const string Shade = "(1-0.45*exp(-pow((ld(1)-0.62)/0.2,2)))";

    /// <summary>
    /// The filters, from a source to pictures of a size in pixels. The light begins at the time <paramref name="start"/>, in whole seconds,
    /// so that the few pictures that are drawn are the same wherever one begins; <paramref name="cut"/> then leaves the frames that are shown.
    /// </summary>
    public static string Write(GeneratedPreset preset, int width, int height, int framesPerSecond, TimeSpan start, string cut) => string.Join(
        ",",
        $"color=color=black:size={Drawn(width, height)}:rate={Rate}",
        $"format=yuv420p{Depth}",
        $"geq=lum='{Plane(preset, start, 16, color => 219 * Luma(color))}'"
            + $":cb='{Plane(preset, start, 128, color => 224 * (color.Blue - Luma(color)) / 1.8556)}'"
            + $":cr='{Plane(preset, start, 128, color => 224 * (color.Red - Luma(color)) / 1.5748)}'",
        $"framerate=fps={framesPerSecond}:interp_start=0:interp_end=255:scene=100",
        cut,
        $"scale={width}:{height}:flags=bicubic:param0=1:param1=0",
        "format=yuv420p");

    /// <summary>
    /// One plane: lights add up, so each plane is the weighted sum of what the lights' colours give in it
    /// (ITU-R BT.709-6, limited range).
    /// </summary>
    private static string Plane(GeneratedPreset preset, TimeSpan start, int zero, Func<RgbColor, double> component)
    {
        var weights = preset.Lights.Select((light, index) => $"st({index + 3},{light.Weight});");
        var ground = Number(Unit * component(RgbColor.Parse(preset.Ground)));
        var lights = preset.Lights.Select((light, index) => $"+({Number(Unit * component(RgbColor.Parse(light.Color)))})*ld({index + 3})");
        var time = start == TimeSpan.Zero ? "T" : $"T+{FfmpegTime.Seconds(start)}";
        return $"st(0,X/W);st(1,Y/H);st(2,{time});{string.Concat(weights)}{Unit * zero}+{Shade}*({ground}{string.Concat(lights)})";
    }

    /// <summary>About 5000 pixels of the same shape.</summary>
    private static string Drawn(int width, int height)
    {
        const double pixels = 54 * 96;
        var side = Math.Sqrt(pixels / ((double)width * height));
        return $"{2 * (int)Math.Round(width * side / 2)}x{2 * (int)Math.Round(height * side / 2)}";
    }

    private static double Luma(RgbColor color) => (0.2126 * color.Red) + (0.7152 * color.Green) + (0.0722 * color.Blue);

    private static string Number(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
