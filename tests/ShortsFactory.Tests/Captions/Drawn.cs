using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

/// <summary>Captions up to the events that libass draws, without files.</summary>
internal sealed class Drawn : IDisposable
{
    private readonly FontStack _fonts;

    public Drawn(Transcript transcript, CaptionTemplate template, string language = "en")
    {
        Template = template;
        _fonts = FontStack.Open(template, Templates.Directory, language);
        Words = CaptionClock.Round(transcript.Words);
        var layout = new CaptionLayout(template, _fonts, Words);
        var cuts = new WordGrouper(Words, template.Words, layout.Fits, template.Readability.Shortest).Group();
        Groups = [.. GroupTiming.Time(Words, cuts).Select(layout.Place)];
        Scene = new CaptionScene(template, _fonts.Main, Words);
        var animator = new CaptionAnimator(Scene);
        Events = [.. Groups.SelectMany(animator.Animate)];
        Ass = AssDocument.Write(template, _fonts.Main, Events);
    }

    public static TemplateCatalog Templates { get; } = new(Home.Find().Templates);

    /// <summary>The names of all templates that are shipped.</summary>
    public static IReadOnlyList<string> TemplateNames { get; } = [.. Templates.List().Select(template => template.Name)];

    public CaptionTemplate Template { get; }

    public IReadOnlyList<TimedWord> Words { get; }

    public IReadOnlyList<PlacedGroup> Groups { get; }

    public CaptionScene Scene { get; }

    public IReadOnlyList<AssEvent> Events { get; }

    public string Ass { get; }

    public IReadOnlyList<MissingCharacter> Missing => [.. _fonts.Missing];

    /// <summary>The group's words as shown, lines apart by a bar.</summary>
    public IReadOnlyList<string> Shown => [.. Groups.Select(group => string.Join(" | ", group.Lines.Select(line =>
        string.Join(' ', line.Select(word => string.Concat(word.Text.Runs.Select(run => run.Text)))))))];

    /// <summary>The template with nothing but its letters: what is drawn is what was measured.</summary>
    public static CaptionTemplate Bare(string name)
    {
        var template = Templates.Load(name);
        return template with
        {
            Outline = 0,
            Shadow = template.Shadow with { Color = RgbaColor.Transparent },
            Box = template.Box with { Color = RgbaColor.Transparent },
            Active = template.Active with { Scale = 1, Overshoot = 1, Fade = TimeSpan.Zero },
            Entrance = template.Entrance with { Kind = EntranceKind.None },
        };
    }

    /// <summary>A directory with the fonts that are in use.</summary>
    public string CopyFonts(ResourceScope scope)
    {
        var directory = Directory.CreateDirectory(scope.PathOf("fonts")).FullName;
        foreach (var face in Groups.SelectMany(group => group.Words).SelectMany(word => word.Text.Runs).Select(run => run.Face.Path).Distinct(StringComparer.Ordinal))
        {
            File.Copy(face, Path.Combine(directory, Path.GetFileName(face)));
        }

        return directory;
    }

    public void Dispose() => _fonts.Dispose();
}
