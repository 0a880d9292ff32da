using Microsoft.Extensions.Options;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Overlays;
using ShortsFactory.Captions.Pictures;
using ShortsFactory.Captions.Readability;
using ShortsFactory.Captions.Sidecars;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;
using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Captions;

/// <summary>Words with times to karaoke captions: what is burned in, and the subtitle files beside the video.</summary>
internal sealed class CaptionStage(IOptions<CaptionsOptions> options, TemplateCatalog templates) : IStage
{
    private const string EmojiFile = "emoji.png";
    private const string CoverTitleFile = "cover.ass";

    public StageName Name => StageName.Captions;

    /// <summary>Refuses an unknown template and a missing font before anything has been spoken.</summary>
    public Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var template = TemplateFor(draft);
        var cover = CoverSettings.Check(draft.Script, draft.Request.ScriptPath);
        string[] texts = [.. draft.Script.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Text)];
        using var fonts = OpenFonts(draft.Script, template, [.. texts, .. StandingWords(draft.Script, template, cover)]);
        GlyphWarnings.RefuseUnreadable(fonts, texts);
        RefuseOverlays(draft.Script, template, cover);
        Warn(fonts, template, context);
        return Task.CompletedTask;
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var transcript = draft.Transcript ?? throw new InvalidOperationException("Captions need the transcript of recognition.");
        transcript = WithoutUnsaid(transcript, draft);
        var template = TemplateFor(draft);
        var cover = CoverSettings.Read(draft.Script.Cover);
        using var fonts = OpenFonts(draft.Script, template, [.. transcript.Words.Select(word => word.Text), .. StandingWords(draft.Script, template, cover)]);
        Warn(fonts, template, context);
        string[] fontPaths = [.. fonts.Files];
        List<string> paths = [.. new[] { "captions.ass", "captions.srt", "captions.vtt", "captions.lrc" }.Select(context.Scope.PathOf)];
        if (fonts.HasPictures)
        {
            paths.Add(context.Scope.PathOf(EmojiFile));
        }

        if (cover.HasTitle)
        {
            paths.Add(context.Scope.PathOf(CoverTitleFile));
        }

        var duration = draft.Soundtrack?.Duration ?? transcript.Words[^1].End;
        var drawn = await context.Cache.GetOrMakeAsync(
            CaptionKey.For(draft.Script, transcript, template, duration, fontPaths),
            paths,
            CaptionJson.Default.DrawnCaptions,
            () => DrawAsync(draft.Script, transcript, template, cover, duration, fonts, paths, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        foreach (var warning in ReadabilityCheck.Warnings(drawn.Groups, transcript.Words, template.Readability))
        {
            context.Warn(warning);
        }

        return draft with
        {
            Captions = new CaptionTrack
            {
                AssPath = context.Scope.Promote(paths[0]),
                SrtPath = context.Scope.Promote(paths[1]),
                VttPath = context.Scope.Promote(paths[2]),
                LrcPath = context.Scope.Promote(paths[3]),
                Emoji = drawn.Emoji is { } emoji ? emoji with { Path = context.Scope.Promote(paths[4]) } : null,
                Images = drawn.Images,
                CoverTitlePath = cover.HasTitle ? context.Scope.Promote(paths[^1]) : null,
                FontDirectory = CopyFonts(fontPaths.Where(path => !string.Equals(path, fonts.Emoji?.Path, StringComparison.Ordinal)), context),
                Groups = drawn.Groups,
            },
        };
    }

    /// <summary>A sentence that the user's recording leaves out takes no time, and would only flash up.</summary>
    private static Transcript WithoutUnsaid(Transcript transcript, Short draft)
    {
        var unsaid = (draft.Soundtrack?.Sentences ?? []).Where(span => !span.IsHeard).Select(span => span.Sentence).ToHashSet();
        return unsaid.Count == 0 ? transcript : transcript with { Words = [.. transcript.Words.Where(word => !unsaid.Contains(word.Sentence))] };
    }

    private async Task<DrawnCaptions> DrawAsync(
        Script script,
        Transcript transcript,
        CaptionTemplate template,
        CoverSettings cover,
        TimeSpan duration,
        FontStack fonts,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken)
    {
        var words = CaptionClock.Round(transcript.Words);
        var captions = OverlayRoom.ForCaptions(template);
        var placed = Place(words, captions, fonts);
        var writer = OverlaysOf(script, template, captions, duration);
        var overlays = writer.Write(script.Title, placed);
        var groups = placed.Where(group => group.Group.Start >= overlays.CaptionsFrom).ToList();
        var scene = new CaptionScene(captions, fonts.Main, words);
        var animator = new CaptionAnimator(scene);
        var cues = SubtitleCues.Of(words);
        string[] documents =
        [
            AssDocument.Write(
                [new AssLook("", captions, fonts.Main.Name, fonts.Main.AssSize), .. overlays.Looks],
                groups.SelectMany(animator.Animate).Concat(overlays.Events)) + EmojiLines.Write(groups),
            SrtDocument.Write(cues),
            VttDocument.Write(cues),
            LrcDocument.Write(cues, script.Title, script.Language),
        ];
        foreach (var (path, document) in paths.Zip(documents))
        {
            await File.WriteAllTextAsync(path, document, cancellationToken).ConfigureAwait(false);
        }

        if (cover.HasTitle)
        {
            await File.WriteAllTextAsync(paths[^1], writer.WriteCover(cover.Title ?? script.Title), cancellationToken).ConfigureAwait(false);
        }

        var drawn = new DrawnCaptions { Groups = [.. groups.Select(Describe)], Images = overlays.Images };
        if (!fonts.HasPictures || !groups.Exists(group => group.Pictures.Any()))
        {
            return drawn;
        }

        var (file, place) = new EmojiAnimation(fonts.Emoji!, scene).Draw(groups);
        await File.WriteAllBytesAsync(paths[4], file, cancellationToken).ConfigureAwait(false);
        return drawn with { Emoji = new EmojiTrack { Path = EmojiFile, X = place.Left, Y = place.Top } };
    }

    /// <summary>The template's fonts, and those that its fonts lack for these words.</summary>
    private FontStack OpenFonts(Script script, CaptionTemplate template, IEnumerable<string> words)
    {
        var fonts = FontStack.Open(template, templates.Directory, script.Language);
        foreach (var word in words)
        {
            fonts.Measure(WordText.Show(word, template));
        }

        return fonts;
    }

    private static void Warn(FontStack fonts, CaptionTemplate template, StageContext context)
    {
        foreach (var warning in GlyphWarnings.For(fonts, template))
        {
            context.Warn(warning);
        }
    }

    private CaptionTemplate TemplateFor(Short draft) => templates.LoadFor(draft, options.Value.Template);

    /// <summary>The words that stand in the picture without being spoken.</summary>
    private static IEnumerable<string> StandingWords(Script script, CaptionTemplate template, CoverSettings cover)
    {
        var overlays = template.Overlays;
        string?[] texts =
        [
            overlays.Hook.Show is Switch.On ? overlays.Hook.Text ?? script.Title : null,
            overlays.Watermark.Show is Switch.On ? overlays.Watermark.Text : null,
            overlays.EndCard.IsVisible ? overlays.EndCard.Text : null,
            cover.HasTitle ? cover.Title ?? script.Title : null,
        ];
        return texts.OfType<string>().SelectMany(OverlayText.Words);
    }

    /// <summary>Lays overlays out once, for a text that has no room and a picture that is broken are to be told before anything is spoken.</summary>
    private void RefuseOverlays(Script script, CaptionTemplate template, CoverSettings cover)
    {
        var writer = OverlaysOf(script, template, OverlayRoom.ForCaptions(template), TimeSpan.FromMinutes(1));
        writer.Write(script.Title, []);
        if (cover.HasTitle)
        {
            writer.WriteCover(cover.Title ?? script.Title);
        }
    }

    private OverlayWriter OverlaysOf(Script script, CaptionTemplate template, CaptionTemplate captions, TimeSpan duration) =>
        new(template, captions, duration, look => FontStack.Open(look, templates.Directory, script.Language));

    private static List<PlacedGroup> Place(IReadOnlyList<TimedWord> words, CaptionTemplate template, FontStack fonts)
    {
        var layout = new CaptionLayout(template, fonts, words);
        var cuts = new WordGrouper(words, template.Words, layout.Fits, template.Readability.Shortest).Group();
        return [.. GroupTiming.Time(words, cuts).Select(layout.Place)];
    }

    /// <summary>Copies the fonts that are in use: libass reads every file of the directory, and finds these before any other of their names.</summary>
    private static string CopyFonts(IEnumerable<string> fonts, StageContext context)
    {
        var directory = Directory.CreateDirectory(context.Scope.PathOf("caption-fonts")).FullName;
        foreach (var font in fonts)
        {
            File.Copy(font, Path.Combine(directory, Path.GetFileName(font)));
        }

        return context.Scope.Promote(directory);
    }

    private static CaptionGroup Describe(PlacedGroup placed) => new()
    {
        Start = placed.Group.Start,
        End = placed.Group.End,
        Lines = [.. placed.Lines
            .Select(line => (IReadOnlyList<int>)[.. line.Select(word => word.Word).Distinct()])
            .DistinctBy(line => line[0])],
    };
}
