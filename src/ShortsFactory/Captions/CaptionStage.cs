using Microsoft.Extensions.Options;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Pictures;
using ShortsFactory.Captions.Readability;
using ShortsFactory.Captions.Sidecars;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions;

/// <summary>Words with times to karaoke captions: what is burned in, and the subtitle files beside the video.</summary>
internal sealed class CaptionStage(IOptions<CaptionsOptions> options, TemplateCatalog templates) : IStage
{
    private const string EmojiFile = "emoji.png";

    public StageName Name => StageName.Captions;

    /// <summary>Refuses an unknown template and a missing font before anything has been spoken.</summary>
    public Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var template = TemplateFor(draft);
        string[] texts = [.. draft.Script.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Text)];
        using var fonts = OpenFonts(draft.Script, template, texts);
        GlyphWarnings.RefuseUnreadable(fonts, texts);
        Warn(fonts, template, context);
        return Task.CompletedTask;
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var transcript = draft.Transcript ?? throw new InvalidOperationException("Captions need the transcript of recognition.");
        transcript = WithoutUnsaid(transcript, draft);
        var template = TemplateFor(draft);
        using var fonts = OpenFonts(draft.Script, template, transcript.Words.Select(word => word.Text));
        Warn(fonts, template, context);
        string[] fontPaths = [.. fonts.Files];
        List<string> paths = [.. new[] { "captions.ass", "captions.srt", "captions.vtt", "captions.lrc" }.Select(context.Scope.PathOf)];
        if (fonts.HasPictures)
        {
            paths.Add(context.Scope.PathOf(EmojiFile));
        }

        var drawn = await context.Cache.GetOrMakeAsync(
            CaptionKey.For(draft.Script, transcript, template, fontPaths),
            paths,
            CaptionJson.Default.DrawnCaptions,
            () => DrawAsync(draft.Script, transcript, template, fonts, paths, cancellationToken),
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
                FontDirectory = CopyFonts(fontPaths.Where(path => !string.Equals(path, fonts.Emoji?.Path, StringComparison.Ordinal)), context),
                Groups = drawn.Groups,
            },
        };
    }

    /// <summary>A sentence that the user's recording leaves out takes no time, and would only flash up.</summary>
    private static Transcript WithoutUnsaid(Transcript transcript, Short draft)
    {
        var unsaid = (draft.Soundtrack?.Sentences ?? []).Where(span => span.EndSample <= span.StartSample).Select(span => span.Sentence).ToHashSet();
        return unsaid.Count == 0 ? transcript : transcript with { Words = [.. transcript.Words.Where(word => !unsaid.Contains(word.Sentence))] };
    }

    private static async Task<DrawnCaptions> DrawAsync(
        Script script, Transcript transcript, CaptionTemplate template, FontStack fonts, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var words = CaptionClock.Round(transcript.Words);
        var groups = Place(words, template, fonts);
        var scene = new CaptionScene(template, fonts.Main, words);
        var animator = new CaptionAnimator(scene);
        var cues = SubtitleCues.Of(words);
        string[] documents =
        [
            AssDocument.Write(template, fonts.Main, groups.SelectMany(animator.Animate)) + EmojiLines.Write(groups),
            SrtDocument.Write(cues),
            VttDocument.Write(cues),
            LrcDocument.Write(cues, script.Title, script.Language),
        ];
        foreach (var (path, document) in paths.Zip(documents))
        {
            await File.WriteAllTextAsync(path, document, cancellationToken).ConfigureAwait(false);
        }

        var drawn = new DrawnCaptions { Groups = [.. groups.Select(Describe)] };
        if (!fonts.HasPictures)
        {
            return drawn;
        }

        var (file, place) = new EmojiAnimation(fonts.Emoji!, scene).Draw(groups);
        await File.WriteAllBytesAsync(paths[^1], file, cancellationToken).ConfigureAwait(false);
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

    private CaptionTemplate TemplateFor(Short draft) => templates.Load(draft.Script.Template ?? options.Value.Template);

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
