using SkiaSharp;

namespace ShortsFactory.Captions.Fonts;

/// <summary>A text with its fonts and its size in pixels, at the template's font size.</summary>
internal sealed record MeasuredText
{
    public required IReadOnlyList<TextRun> Runs { get; init; }

    /// <summary>From the text's start to where the next text would start.</summary>
    public required double Advance { get; init; }

    /// <summary>What the letters cover, relative to the start of the baseline, with y downwards.</summary>
    public required SKRect Ink { get; init; }

    /// <summary>What libass takes for the height above the baseline.</summary>
    public double Ascent => Runs.Max(run => run.Face.Ascent);

    /// <summary>What libass takes for the depth below the baseline.</summary>
    public double Descent => Runs.Max(run => run.Face.Descent);

    /// <summary>Whether this is an emoji.</summary>
    public bool IsPicture => Runs[0].IsPicture;

    /// <summary>The text cut into what libass draws and emoji, in order: text at once, each emoji by itself.</summary>
    public IEnumerable<MeasuredText> Parts
    {
        get
        {
            List<TextRun> text = [];
            foreach (var run in Runs)
            {
                if (run.IsPicture && text.Count > 0)
                {
                    yield return Of(text);
                    text = [];
                }

                if (run.IsPicture)
                {
                    yield return Of([run]);
                }
                else
                {
                    text.Add(run);
                }
            }

            if (text.Count > 0)
            {
                yield return Of(text);
            }
        }
    }

    /// <summary>The text that measured runs make up one after the other.</summary>
    public static MeasuredText Of(IReadOnlyList<TextRun> runs)
    {
        var advance = 0.0;
        var ink = SKRect.Empty;
        foreach (var run in runs)
        {
            var runInk = run.Ink;
            runInk.Offset((float)advance, 0);
            ink = ink.IsEmpty ? runInk : SKRect.Union(ink, runInk);
            advance += run.Advance;
        }

        return new MeasuredText { Runs = runs, Advance = advance, Ink = ink };
    }
}
