using System.Globalization;
using ShortsFactory.Backgrounds;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>Writes the filters that make a video or picture of any shape, depth and colour fill a frame in BT.709, so that nothing stays bare.</summary>
internal static class FrameFill
{
    /// <summary>The shorter side from which on a video that names no matrix is taken for BT.709 instead of BT.601.</summary>
    private const int HighDefinition = 720;

    /// <summary>How much smaller than the frame the copy is that is blurred; enlarged again it is soft, and costs little.</summary>
    private const int BlurReduction = 12;

    private const string ToDelivery = ":out_color_matrix=bt709:out_range=tv";

    /// <summary>Brings high dynamic range (ITU-R BT.2100, whose white for graphics is 203 cd/m2) down to BT.709.</summary>
    private const string ToneMap =
        ",zscale=transfer=linear:npl=203,format=gbrpf32le,zscale=primaries=bt709,tonemap=tonemap=hable:desat=0,"
        + "zscale=transfer=bt709:matrix=bt709:range=tv";

    /// <summary>What is transparent is black: multiplied by its opacity, a pixel is what it would be over black.</summary>
    private const string OverBlack = "format=gbrap,premultiply=inplace=1,format=gbrp,";

    /// <param name="media">What fills the frame.</param>
    /// <param name="name">Tells the labels of these filters from those of others.</param>
    /// <param name="width">The frame's width in pixels.</param>
    /// <param name="height">The frame's height in pixels.</param>
    public static string Write(MediaBackground media, string name, int width, int height)
    {
        var file = media.File;
        var (colors, toneMap) = file.HighDynamicRange ? ("", ToneMap) : (ToDelivery + Matrix(media), "");
        var flat = file.HasAlpha ? OverBlack : "";
        return media.Fill is Fill.Blur && !HasShapeOf(file, width, height)
            ? $"{flat}{Blur(name, width, height, colors, file.HighDynamicRange ? "yuv420p10" : "yuv420")}{toneMap}"
            : $"{flat}{(media.Moves ? Middle(file, width, height) : "")}{Cover(width, height, colors)}{toneMap}";
    }

    /// <summary>The same for a picture that keeps its shape; <paramref name="size"/> is what the filter "scale" takes for its size.</summary>
    public static string WriteWhole(MediaBackground media, string size) =>
        $"{(media.File.HasAlpha ? OverBlack : "")}scale={size}{(media.File.HighDynamicRange ? ToneMap : ToDelivery + Matrix(media))}";

    /// <summary>
    /// Of a picture that is much too wide, a little more than what is shown: the rest would be scaled, which is dear, and then thrown away.
    /// </summary>
    private static string Middle(MediaFile file, int width, int height)
    {
        const int Margin = 16;
        const double Worthwhile = 0.9;
        var shown = (2 * (int)Math.Ceiling((double)file.Height * width / height / 2)) + Margin;
        return shown < Worthwhile * file.Width ? string.Create(CultureInfo.InvariantCulture, $"crop={shown}:{file.Height},") : "";
    }

    private static string Cover(int width, int height, string colors) =>
        $"scale={width}:{height}:force_original_aspect_ratio=increase{colors},crop={width}:{height}";

    private static string Blur(string name, int width, int height, string colors, string format)
    {
        var (small, low) = (Even(width / BlurReduction), Even(height / BlurReduction));
        return $"split[{name}-whole][{name}-copy];"
            + $"[{name}-copy]{Cover(small, low, colors)},setsar=1,gblur=sigma=4:steps=3,scale={width}:{height}:flags=bicubic,eq=contrast=0.6:brightness=-0.2[{name}-ground];"
            + $"[{name}-whole]scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2{colors},setsar=1[{name}-front];"
            + $"[{name}-ground][{name}-front]overlay=x=(W-w)/2:y=(H-h)/2:format={format}";
    }

    /// <summary>A picture names its matrix itself or is RGB.</summary>
    private static string Matrix(MediaBackground media)
    {
        var isUnnamed709 = media.Moves && !media.File.NamesColorMatrix && Math.Min(media.File.Width, media.File.Height) >= HighDefinition;
        return isUnnamed709 ? ":in_color_matrix=bt709" : "";
    }

    /// <summary>Then a copy behind it would not be seen.</summary>
    private static bool HasShapeOf(MediaFile file, int width, int height) => Math.Abs(((double)file.Width / file.Height) - ((double)width / height)) < 0.005;

    private static int Even(int value) => Math.Max(2, value / 2 * 2);
}
