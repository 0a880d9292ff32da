using System.Globalization;
using System.Text;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions.Fonts;

/// <summary>A template's fonts, open for measuring: each character takes the first font that has it.</summary>
internal sealed class FontStack : IDisposable
{
    private readonly List<FontFace> _faces = [];
    private readonly SortedSet<Rune> _missing = [];

    private FontStack()
    {
    }

    public FontFace Main => _faces[0];

    /// <summary>Characters that were measured and that no font has, in the order of their code points.</summary>
    public IReadOnlyCollection<Rune> Missing => _missing;

    /// <exception cref="Resources.ToolMissingException">A font is not installed.</exception>
    public static FontStack Open(CaptionTemplate template, string templateDirectory)
    {
        var stack = new FontStack();
        try
        {
            foreach (var font in template.Fonts)
            {
                stack._faces.Add(new FontFace(FontFiles.Find(font, templateDirectory), template.Size));
            }

            return stack;
        }
        catch
        {
            stack.Dispose();
            throw;
        }
    }

    public MeasuredText Measure(string text)
    {
        var runs = Split(text);
        var advance = 0.0;
        var ink = SKRect.Empty;
        foreach (var run in runs)
        {
            var (runAdvance, runInk) = run.Face.Measure(run.Text);
            runInk.Offset((float)advance, 0);
            ink = ink.IsEmpty ? runInk : SKRect.Union(ink, runInk);
            advance += runAdvance;
        }

        return new MeasuredText { Runs = runs, Advance = advance, Ink = ink };
    }

    public void Dispose() => _faces.ForEach(face => face.Dispose());

    private List<TextRun> Split(string text)
    {
        List<TextRun> runs = [];
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = Plain(elements.GetTextElement());
            var face = FaceFor(element);
            if (runs is [.., var last] && last.Face == face)
            {
                runs[^1] = last with { Text = last.Text + element };
            }
            else
            {
                runs.Add(new TextRun(face, element));
            }
        }

        return runs.Count > 0 ? runs : [new TextRun(Main, text)];
    }

    private FontFace FaceFor(string element)
    {
        if (_faces.Find(face => element.EnumerateRunes().All(face.Has)) is { } found)
        {
            return found;
        }

        _missing.UnionWith(element.EnumerateRunes().Where(rune => !_faces.Exists(face => face.Has(rune))));
        return Main;
    }

    /// <summary>Takes from an emoji what a font of one colour cannot show and would draw as signs of their own: skin tones, joiners, selectors.</summary>
    private static string Plain(string element) => element.EnumerateRunes().Any(IsEmojiPart)
        ? string.Concat(element.EnumerateRunes().Where(rune => !IsModifier(rune)))
        : element;

    private static bool IsEmojiPart(Rune rune) => rune.Value is >= 0x1F000 or 0xFE0E or 0xFE0F;

    private static bool IsModifier(Rune rune) => rune.Value is 0x200D or 0xFE0E or 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);
}
