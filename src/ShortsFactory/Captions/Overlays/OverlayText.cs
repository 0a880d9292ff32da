using System.Globalization;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions.Overlays;

/// <summary>A text that stands in the picture for a while, laid out, measured and drawn as a group of captions is, of which no word is spoken.</summary>
internal sealed record OverlayText
{
    /// <summary>How much smaller a text may become so that it fits.</summary>
    private const double SmallestScale = 0.4;
    private const double ScaleStep = 0.94;

    /// <summary>The look's styles.</summary>
    public required AssLook Look { get; init; }

    /// <summary>What the letters cover, without outline and shadow.</summary>
    public required SKRect Ink { get; init; }

    public required IReadOnlyList<AssEvent> Events { get; init; }

    /// <summary>The text without emoji, which only captions have in their colours.</summary>
    public static string[] Words(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var plain = "";
        while (elements.MoveNext())
        {
            plain += Scripts.Text.Emoji.IsPicture(elements.GetTextElement()) ? " " : elements.GetTextElement();
        }

        return plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Lays a text out in its look's safe zone, as large as its look says or as it must be to fit; <see langword="null"/> if it does not fit.</summary>
    /// <param name="name">The look's name.</param>
    /// <param name="text">The text.</param>
    /// <param name="look">How it looks, and where it has room.</param>
    /// <param name="layer">The layer on which it lies.</param>
    /// <param name="span">When it comes and when it has gone.</param>
    /// <param name="openFonts">Opens fonts at the look's size.</param>
    public static OverlayText? Write(string name, string text, CaptionTemplate look, int layer, (TimeSpan Start, TimeSpan End) span, Func<CaptionTemplate, FontStack> openFonts)
    {
        return Write(name, text, look, layer, span, openFonts, allowsSmallerWords: false) ?? Write(name, text, look, layer, span, openFonts, allowsSmallerWords: true);
    }

    private static OverlayText? Write(
        string name, string text, CaptionTemplate look, int layer, (TimeSpan Start, TimeSpan End) span, Func<CaptionTemplate, FontStack> openFonts, bool allowsSmallerWords)
    {
        // A word is never lit: the text is there, and goes.
        var going = CaptionClock.Round(span.End - look.Exit.Duration);
        TimedWord[] words = [.. Words(text).Select(word => new TimedWord { Text = word, Spoken = word, Start = going, End = going, Sentence = 0 })];
        for (var scale = 1.0; scale >= SmallestScale && words.Length > 0; scale *= ScaleStep)
        {
            var sized = OverlayLook.Scaled(look, scale);
            using var fonts = openFonts(sized);
            var layout = new CaptionLayout(sized, fonts, words);
            if (!layout.Fits(0, words.Length))
            {
                continue;
            }

            var placed = layout.Place(new WordGroup(0, words.Length, span.Start, span.End));
            if (IsInside(placed.Ink, sized) && (allowsSmallerWords || placed.Words.All(word => word.FontScale > 0.99)))
            {
                var events = new CaptionAnimator(new CaptionScene(sized, fonts.Main, words)).Animate(placed).Where(line => line.Start < line.End);
                return new OverlayText
                {
                    Look = new AssLook(name, sized, fonts.Main.Name, fonts.Main.AssSize),
                    Ink = placed.Ink,
                    Events = [.. events.Select(line => line with { Look = name, Layer = layer + line.Layer })],
                };
            }
        }

        return null;
    }

    private static bool IsInside(SKRect ink, CaptionTemplate look)
    {
        const double rounding = 0.5;
        var (zone, margins) = (look.SafeZone, look.Margins);
        return ink.Left - margins.Left >= zone.Left - rounding && ink.Right + margins.Right <= zone.Right + rounding
            && ink.Top - margins.Top >= zone.Top - rounding && ink.Bottom + margins.Bottom <= zone.Bottom + rounding;
    }
}
