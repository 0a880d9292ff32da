using ShortsFactory.Media;
using SkiaSharp;

namespace ShortsFactory.Backgrounds;

/// <summary>Reads how a photograph must be turned to be upright, which cameras note in the file instead of turning the pixels.</summary>
internal static class PhotoOrientation
{
    private const int FirstThatSwapsSides = (int)SKEncodedOrigin.LeftTop;

    /// <summary>The file with its orientation, and its width and height as shown.</summary>
    public static MediaFile Apply(MediaFile file)
    {
        using var codec = SKCodec.Create(file.Path);
        var orientation = codec is null ? (int)SKEncodedOrigin.TopLeft : (int)codec.EncodedOrigin;
        return orientation < FirstThatSwapsSides
            ? file with { Orientation = orientation }
            : file with { Orientation = orientation, Width = file.Height, Height = file.Width };
    }

    /// <summary>The filters that turn the picture, each with a comma behind it.</summary>
    public static string Filters(int orientation) => (SKEncodedOrigin)orientation switch
    {
        SKEncodedOrigin.TopRight => "hflip,",
        SKEncodedOrigin.BottomRight => "hflip,vflip,",
        SKEncodedOrigin.BottomLeft => "vflip,",
        SKEncodedOrigin.LeftTop => "transpose=0,",
        SKEncodedOrigin.RightTop => "transpose=1,",
        SKEncodedOrigin.RightBottom => "transpose=3,",
        SKEncodedOrigin.LeftBottom => "transpose=2,",
        _ => "",
    };
}
