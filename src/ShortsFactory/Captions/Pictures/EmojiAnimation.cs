using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>
/// Draws the emoji of all groups, each where the layout left room for it, from its group's first moment to its last. The
/// result is no larger than what they cover together, so that it costs little to lay it over every frame.
/// </summary>
internal sealed class EmojiAnimation(EmojiFont font, ShadowStyle shadow)
{
    /// <summary>The last frame is empty, and a player may repeat it.</summary>
    private static readonly TimeSpan End = TimeSpan.FromMilliseconds(10);

    /// <summary>The animated PNG and its place in the picture.</summary>
    public (byte[] File, SKRectI Place) Draw(IEnumerable<PlacedGroup> groups)
    {
        PlacedGroup[] drawn = [.. groups.Where(group => group.Pictures.Any())];
        var place = Around(drawn.SelectMany(group => group.Pictures).Select(emoji => emoji.Ink).Aggregate(SKRect.Union));
        var nothing = Encode([], place);
        List<(byte[] Png, TimeSpan Length)> frames = [];
        var now = TimeSpan.Zero;
        foreach (var group in drawn)
        {
            frames.Add((nothing, group.Group.Start - now));
            frames.Add((Encode([.. group.Pictures], place), group.Group.End - group.Group.Start));
            now = group.Group.End;
        }

        return (AnimatedPng.Write([.. frames, (nothing, End)]), place);
    }

    /// <summary>On even pixels, because the video has a colour for every second one alone.</summary>
    private SKRectI Around(SKRect ink)
    {
        var reach = shadow.IsVisible ? (float)((2 * shadow.Blur) + Math.Max(Math.Abs(shadow.X), Math.Abs(shadow.Y))) : 0;
        ink.Inflate(reach + 2, reach + 2);
        return new SKRectI(Even(ink.Left), Even(ink.Top), Even(ink.Right) + 2, Even(ink.Bottom) + 2);
    }

    private static int Even(float value) => 2 * (int)Math.Floor(value / 2);

    private byte[] Encode(IReadOnlyList<PlacedWord> emoji, SKRectI place)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(place.Width, place.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            using var paint = new SKPaint();
            paint.ImageFilter = Shadow();
            canvas.SaveLayer(paint);
            canvas.Translate(-place.Left, -place.Top);
            foreach (var one in emoji)
            {
                canvas.Save();
                canvas.Translate((float)(one.X - (one.Width / 2)), (float)one.Baseline);
                canvas.Scale((float)one.FontScale);
                font.Draw(canvas, one.Text.Runs[0].Text);
                canvas.Restore();
            }

            canvas.Restore();
        }

        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 3));
        return data!.ToArray();
    }

    /// <summary>The shadow of the words, so that both lie in one light.</summary>
    private SKImageFilter? Shadow()
    {
        if (!shadow.IsVisible)
        {
            return null;
        }

        var softness = (float)shadow.Blur / 2;
        var color = new SKColor(shadow.Color.Red, shadow.Color.Green, shadow.Color.Blue, shadow.Color.Alpha);
        return SKImageFilter.CreateDropShadow((float)shadow.X, (float)shadow.Y, softness, softness, color);
    }
}
