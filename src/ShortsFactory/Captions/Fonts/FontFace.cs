using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ShortsFactory.Pipeline;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace ShortsFactory.Captions.Fonts;

/// <summary>One font file at the template's size, measured as libass draws it: shaped by HarfBuzz, not hinted.</summary>
internal sealed class FontFace : IDisposable
{
    private const uint Os2Table = 0x4F532F32;
    private const uint NameTable = 0x6E616D65;
    private const uint CompactFontTable = 0x43464620;
    private const int FullNameId = 4;
    private const int PostScriptNameId = 6;
    private const int WindowsPlatform = 3;

    private readonly SKTypeface _typeface;
    private readonly SKFont _font;
    private readonly SKShaper _shaper;

    public FontFace(string path, double size, int face = 0)
    {
        _typeface = SKTypeface.FromFile(path, face) ?? throw new InvalidInputException("This is not a font that can be read.", path);
        _font = new SKFont(_typeface, (float)size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        _shaper = new SKShaper(_typeface);
        Path = path;
        Name = ReadName();
        (Ascent, Descent) = ReadExtents(size);
    }

    public string Path { get; }

    /// <summary>
    /// The name by which libass finds exactly this face: PostScript outlines by their PostScript name, or by their family's
    /// where that name breaks PostScript's rules; others by their full name.
    /// </summary>
    public string Name { get; }

    /// <summary>What libass takes for the height above the baseline, in pixels.</summary>
    public double Ascent { get; }

    /// <summary>What libass takes for the depth below the baseline, in pixels.</summary>
    public double Descent { get; }

    /// <summary>The font size to write into an ASS file: libass scales ascent plus descent, not the em square, to it.</summary>
    public double AssSize => Ascent + Descent;

    /// <summary>Whether the strokes are heavier than ordinary ones.</summary>
    public bool IsBold => _typeface.FontWeight >= (int)SKFontStyleWeight.SemiBold;

    /// <summary>Height of capitals, in pixels.</summary>
    public double CapHeight => _font.Metrics.CapHeight;

    /// <summary>Whether the face can show a character; those that only steer the shaping of others need no glyph.</summary>
    public bool Has(Rune rune) => _typeface.ContainsGlyph(rune.Value) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    /// <summary>Measures a text; the ink is relative to the start of the baseline, with y downwards.</summary>
    public (double Advance, SKRect Ink) Measure(string text)
    {
        var shaped = _shaper.Shape(text, _font);
        var glyphs = Array.ConvertAll(shaped.Codepoints, glyph => (ushort)glyph);
        _font.GetGlyphWidths(glyphs, out var bounds);
        var ink = SKRect.Empty;
        foreach (var (glyphInk, offset) in bounds.Zip(shaped.Points).Where(glyph => !glyph.First.IsEmpty))
        {
            glyphInk.Offset(offset);
            ink = ink.IsEmpty ? glyphInk : SKRect.Union(ink, glyphInk);
        }

        return (shaped.Width, ink);
    }

    public void Dispose()
    {
        _shaper.Dispose();
        _font.Dispose();
        _typeface.Dispose();
    }

    /// <summary>OS/2 usWinAscent and usWinDescent, as GDI and libass take them; the font's own metrics where they are zero.</summary>
    private (double Ascent, double Descent) ReadExtents(double size)
    {
        const int windowsAscent = 74;
        if (_typeface.TryGetTableData(Os2Table, out var table) && table.Length >= windowsAscent + 4)
        {
            var ascent = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(windowsAscent));
            var descent = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(windowsAscent + 2));
            if (ascent + descent > 0)
            {
                return (ascent * size / _typeface.UnitsPerEm, descent * size / _typeface.UnitsPerEm);
            }
        }

        return (-_font.Metrics.Ascent, _font.Metrics.Descent);
    }

    private string ReadName()
    {
        if (!_typeface.TryGetTableData(CompactFontTable, out _))
        {
            return ReadName(FullNameId) ?? _typeface.FamilyName;
        }

        // FreeType, and so libass, takes no PostScript name with a space for one.
        var name = ReadName(PostScriptNameId) ?? _typeface.PostScriptName;
        return name.Contains(' ', StringComparison.Ordinal) ? _typeface.FamilyName : name;
    }

    /// <summary>OpenType 'name' table: a header of 6 bytes, records of 12, then the strings.</summary>
    private string? ReadName(int id)
    {
        if (!_typeface.TryGetTableData(NameTable, out var table))
        {
            return null;
        }

        var strings = Number(4);
        for (var record = 6; record < 6 + (12 * Number(2)); record += 12)
        {
            if (Number(record) == WindowsPlatform && Number(record + 6) == id)
            {
                return Encoding.BigEndianUnicode.GetString(table, strings + Number(record + 10), Number(record + 8));
            }
        }

        return null;

        int Number(int offset) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(offset));
    }
}
