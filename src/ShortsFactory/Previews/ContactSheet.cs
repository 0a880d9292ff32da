using ShortsFactory.Captions.Fonts;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Previews;

/// <summary>
/// A picture of many stills: a tile for each template with its name, and its stills side by side. Of several templates only
/// the part around the captions is shown. Thread-safe.
/// </summary>
internal sealed class ContactSheet : IDisposable
{
    private const int Gap = 8;
    private const int Space = 28;
    private const int TitleHeight = 46;
    private const float TitleSize = 30;

    private static readonly SKColor Paper = new(0x14, 0x16, 0x1C);
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private readonly int _columns;
    private readonly int _stills;
    private readonly SKRect _part;
    private readonly SKSizeI _still;
    private readonly SKCanvas _canvas;
    private readonly SKTypeface _typeface;
    private readonly Lock _lock = new();

    /// <param name="tiles">How many templates there are.</param>
    /// <param name="stills">How many stills each has.</param>
    /// <param name="format">The format of the stills.</param>
    /// <param name="fontDirectory">Where to look for the font of the names besides the system's folders.</param>
    public ContactSheet(int tiles, int stills, PictureFormat format, string fontDirectory)
    {
        _stills = stills;
        _columns = tiles switch { 1 => 1, < 5 => 2, _ => 3 };
        _part = tiles == 1 ? SKRect.Create(format.Width, format.Height) : AroundCaptions(format);
        var width = tiles == 1 ? 540 : 240;
        _still = new SKSizeI(width, (int)(width * _part.Height / _part.Width));
        var rows = (tiles + _columns - 1) / _columns;
        Picture = new SKBitmap(Space + (_columns * TileWidth), Space + (rows * TileHeight));
        _canvas = new SKCanvas(Picture);
        _canvas.Clear(Paper);
        var font = FontFiles.TryFind(new TemplateFont("Inter-SemiBold.otf", "fonts-inter", fontDirectory), fontDirectory);
        _typeface = (font is null ? null : SKTypeface.FromFile(font)) ?? SKTypeface.Default;
    }

    /// <summary>The sheet as it is by now.</summary>
    public SKBitmap Picture { get; }

    private int TileWidth => (_stills * (_still.Width + Gap)) - Gap + Space;

    private int TileHeight => TitleHeight + _still.Height + Space;

    /// <summary>All of the width, and of a tall picture the part in which captions stand.</summary>
    private static SKRect AroundCaptions(PictureFormat format)
    {
        const float share = 500f / 1920;
        return format.IsTall ? SKRect.Create(0, share * format.Height, format.Width, format.Width) : SKRect.Create(format.Width, format.Height);
    }

    /// <summary>Puts a still onto the sheet.</summary>
    public void Draw(int tile, int still, string name, string picturePath)
    {
        using var image = SKImage.FromEncodedData(picturePath);
        lock (_lock)
        {
            var left = Space + (tile % _columns * TileWidth);
            var top = Space + (tile / _columns * TileHeight);
            using var font = new SKFont(_typeface, TitleSize) { Subpixel = true };
            using var ink = new SKPaint { Color = SKColors.White, IsAntialias = true };
            if (still == 0)
            {
                _canvas.DrawText(name, left, top + TitleSize, font, ink);
            }

            var place = SKRect.Create(left + (still * (_still.Width + Gap)), top + TitleHeight, _still.Width, _still.Height);
            _canvas.DrawImage(image, _part, place, Smooth, ink);
        }
    }

    public void Dispose()
    {
        _typeface.Dispose();
        _canvas.Dispose();
        Picture.Dispose();
    }
}
