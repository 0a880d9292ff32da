using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions.Fonts;

/// <summary>
/// The fonts of captions, open for measuring: each character takes the first font of the template that has it, else the
/// Noto font of its writing system; emoji take Noto Color Emoji. Not thread-safe.
/// </summary>
internal sealed class FontStack : IDisposable
{
    private const char TextSelector = '\uFE0E';

    /// <summary>The most frequent Chinese character: a font without it, such as one of signs, has others only here and there.</summary>
    private static readonly Rune OftenUsed = new('的');

    private readonly List<FontFace> _faces = [];
    private readonly Dictionary<ScriptFont, FontFace?> _scriptFaces = [];
    private readonly Dictionary<string, MeasuredText> _measured = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Rune, string?> _missing = [];
    private readonly double _size;
    private readonly string _language;
    private readonly Func<string, string?> _findInstalled;
    private readonly Lazy<EmojiFont?> _emoji;

    private FontStack(double size, string language, Func<string, string?> findInstalled)
    {
        (_size, _language, _findInstalled) = (size, language, findInstalled);
        _emoji = new Lazy<EmojiFont?>(() => findInstalled(EmojiFont.File) is { } path ? new EmojiFont(path, size, Main.CapHeight) : null);
    }

    public FontFace Main => _faces[0];

    /// <summary>The font of emoji; <see langword="null"/> where it is not installed, and then they are drawn like letters.</summary>
    public EmojiFont? Emoji => _emoji.Value;

    /// <summary>The font files that draw what was measured, each once.</summary>
    public IEnumerable<string> Files => _measured.Values.SelectMany(text => text.Runs)
        .Select(run => run.IsPicture ? Emoji!.Path : run.Face.Path)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether an emoji was measured that is drawn in colours.</summary>
    public bool HasPictures => _measured.Values.Any(text => text.Runs.Any(run => run.IsPicture));

    /// <summary>Whether an emoji was measured that could only be drawn like a letter, for want of its font.</summary>
    public bool LacksEmoji { get; private set; }

    /// <summary>Characters that were measured and that no font has, in the order of their code points.</summary>
    public IEnumerable<MissingCharacter> Missing => _missing.Select(pair => new MissingCharacter(pair.Key, pair.Value));

    /// <param name="template">Names the fonts.</param>
    /// <param name="templateDirectory">Where fonts may lie besides the system's folders.</param>
    /// <param name="language">The language of the texts, as a BCP 47 tag.</param>
    /// <param name="findInstalled">Gives the path of an installed font by its file's name; the system's and the user's fonts by default.</param>
    /// <exception cref="Resources.ToolMissingException">A font of the template is not installed.</exception>
    public static FontStack Open(CaptionTemplate template, string templateDirectory, string language = "en", Func<string, string?>? findInstalled = null)
    {
        var stack = new FontStack(template.Size, language, findInstalled ?? FontFiles.TryFindInstalled);
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
        if (!_measured.TryGetValue(text, out var measured))
        {
            measured = MeasuredText.Of([.. Split(text).Select(Measure)]);
            _measured.Add(text, measured);
        }

        return measured;
    }

    public void Dispose()
    {
        _faces.ForEach(face => face.Dispose());
        foreach (var face in _scriptFaces.Values)
        {
            face?.Dispose();
        }

        if (_emoji.IsValueCreated)
        {
            _emoji.Value?.Dispose();
        }

        // Skia keeps glyphs for whoever comes next, and with them the mapped file of a font that nobody can ask for any more.
        SKGraphics.PurgeFontCache();
    }

    private TextRun Measure(TextRun run)
    {
        var (advance, ink) = run.IsPicture ? Emoji!.Measure(run.Text) : run.Face.Measure(run.Text);
        return run with { Advance = advance, Ink = ink };
    }

    private List<TextRun> Split(string text)
    {
        List<TextRun> runs = [];
        var script = ScriptFonts.ScriptOf(text);
        var marks = "";
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (IsPicture(element))
            {
                runs.Add(new TextRun(Main, element) { IsPicture = true });
                continue;
            }

            element = Plain(element);
            if (element.All(letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Format))
            {
                // It steers what follows, and is drawn with it.
                marks += element;
                continue;
            }

            var last = runs is [.., { IsPicture: false } run] ? run : null;
            var face = FaceFor(element, script, last?.Face);
            if (last?.Face == face)
            {
                runs[^1] = last with { Text = last.Text + marks + element };
            }
            else
            {
                runs.Add(new TextRun(face, marks + element));
            }

            marks = "";
        }

        return runs.Count > 0 ? runs : [new TextRun(Main, text)];
    }

    private bool IsPicture(string element)
    {
        if (!Scripts.Text.Emoji.IsPicture(element) || element.Contains(TextSelector, StringComparison.Ordinal))
        {
            return false;
        }

        LacksEmoji |= Emoji is null;
        return Emoji?.Has(element) is true;
    }

    /// <summary>A mark or a digit stays in the font of the letters before it, if that is not one of the template's.</summary>
    private FontFace FaceFor(string element, Script script, FontFace? current)
    {
        var own = ScriptFonts.ScriptOf(element);
        var isShared = !element.EnumerateRunes().Any(ScriptFonts.HasScript);
        var others = _faces.Skip(1).Where(face => own != Script.Han || face.Has(OftenUsed));
        var ofScript = FacesOf(isShared ? script : own);
        FontFace?[] first = [isShared ? current : null, Main];

        // Not a list: fonts of writing systems are opened when they are needed.
        var isMarkOfScript = isShared && !ScriptFonts.IsShared(script);
        var candidates = first.Concat(isMarkOfScript ? ofScript.Concat(others) : others.Concat(ofScript)).Concat(FacesOf(Script.Common));
        if (candidates.FirstOrDefault(face => face is not null && element.EnumerateRunes().All(face.Has)) is { } found)
        {
            return found;
        }

        foreach (var rune in element.EnumerateRunes().Where(rune => !candidates.Any(face => face?.Has(rune) is true)))
        {
            _missing[rune] = ScriptFonts.For(isShared ? script : own, Main.IsBold, _language).FirstOrDefault(font => FaceOf(font) is null)?.Package;
        }

        return Main;
    }

    private IEnumerable<FontFace?> FacesOf(Script script) => ScriptFonts.For(script, Main.IsBold, _language).Select(FaceOf);

    private FontFace? FaceOf(ScriptFont font)
    {
        if (!_scriptFaces.TryGetValue(font, out var face))
        {
            face = _findInstalled(font.File) is { } path ? new FontFace(path, _size, font.Face) : null;
            _scriptFaces.Add(font, face);
        }

        return face;
    }

    /// <summary>Takes from an emoji what a font of one colour cannot show and would draw as signs of their own: skin tones, joiners, selectors.</summary>
    private static string Plain(string element) => element.EnumerateRunes().Any(IsEmojiPart)
        ? string.Concat(element.EnumerateRunes().Where(rune => !IsModifier(rune)))
        : element;

    private static bool IsEmojiPart(Rune rune) => rune.Value is >= 0x1F000 or 0xFE0E or 0xFE0F;

    private static bool IsModifier(Rune rune) => rune.Value is 0x200D or 0xFE0E or 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);
}
