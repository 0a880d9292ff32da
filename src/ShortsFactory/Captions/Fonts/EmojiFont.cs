using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace ShortsFactory.Captions.Fonts;

/// <summary>
/// Noto Color Emoji at the template's size: measured for the layout, and drawn by Skia, for libass draws outlines of one
/// colour. HarfBuzz joins flags, skin tones, families and keycaps to the one picture that the font has for them.
/// </summary>
internal sealed class EmojiFont : IDisposable
{
    public const string File = "NotoColorEmoji.ttf";
    public const string Package = "fonts-noto-color-emoji";

    /// <summary>As a share of the letters' size: so that emoji in two lines do not touch.</summary>
    private const double Size = 0.92;

    private readonly SKTypeface _typeface;
    private readonly SKFont _font;
    private readonly SKShaper _shaper;
    private readonly float _lift;

    /// <param name="path">The font's file.</param>
    /// <param name="size">The size of letters, in pixels.</param>
    /// <param name="capHeight">The height of capitals, on whose middle the emoji are centred.</param>
    public EmojiFont(string path, double size, double capHeight)
    {
        Path = path;
        _typeface = SKTypeface.FromFile(path);
        _font = new SKFont(_typeface, (float)(size * Size)) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        _shaper = new SKShaper(_typeface);
        _lift = (float)(capHeight / 2) + ((_font.Metrics.Ascent + _font.Metrics.Descent) / 2);
    }

    public string Path { get; }

    /// <summary>Whether the font has one picture for a visible character, as <see cref="System.Globalization.StringInfo"/> cuts them.</summary>
    public bool Has(string element)
    {
        var glyphs = Glyphs(element);
        _font.GetGlyphWidths(glyphs, out var bounds);
        return !glyphs.Contains((ushort)0) && bounds.Count(glyph => !glyph.IsEmpty) == 1;
    }

    /// <summary>Measures an emoji; the ink is relative to its start on the baseline of the letters, with y downwards.</summary>
    public (double Advance, SKRect Ink) Measure(string element)
    {
        var advance = _shaper.Shape(element, _font).Width;
        return (advance, new SKRect(0, _font.Metrics.Ascent - _lift, advance, _font.Metrics.Descent - _lift));
    }

    /// <summary>Draws an emoji whose start on the baseline of the letters is at the canvas's origin.</summary>
    public void Draw(SKCanvas canvas, string element)
    {
        using var paint = new SKPaint();
        paint.IsAntialias = true;
        canvas.DrawShapedText(_shaper, element, 0, -_lift, _font, paint);
    }

    public void Dispose()
    {
        _shaper.Dispose();
        _font.Dispose();
        _typeface.Dispose();
    }

    private ushort[] Glyphs(string element) => Array.ConvertAll(_shaper.Shape(element, _font).Codepoints, glyph => (ushort)glyph);
}
