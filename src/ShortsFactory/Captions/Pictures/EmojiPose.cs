using ShortsFactory.Captions.Layout;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>An emoji at one moment of its way.</summary>
/// <param name="Emoji">The emoji at rest.</param>
/// <param name="X">Offset to the right, in pixels.</param>
/// <param name="Y">Offset downwards, in pixels.</param>
/// <param name="Scale">Size as a factor, around its own middle.</param>
/// <param name="Opacity">How visible it is, 0 to 1.</param>
internal sealed record EmojiPose(PlacedWord Emoji, double X, double Y, double Scale, double Opacity)
{
    /// <summary>What it covers, without shadow.</summary>
    public SKRect Ink => ToPlace.MapRect(Emoji.Ink);

    /// <summary>From the place at rest to the place now.</summary>
    public SKMatrix ToPlace => SKMatrix.CreateScale((float)Scale, (float)Scale, (float)Emoji.X, (float)Emoji.Y)
        .PostConcat(SKMatrix.CreateTranslation((float)X, (float)Y));
}
