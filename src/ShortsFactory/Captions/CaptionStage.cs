using System.Text;
using Microsoft.Extensions.Options;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Readability;
using ShortsFactory.Captions.Sidecars;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions;

/// <summary>Words with times to karaoke captions: what is burned in, and the subtitle files beside the video.</summary>
internal sealed class CaptionStage(IOptions<CaptionsOptions> options, TemplateCatalog templates) : IStage
{
    public StageName Name => StageName.Captions;

    /// <summary>Refuses an unknown template and a missing font before anything has been spoken.</summary>
    public Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        using var fonts = FontStack.Open(TemplateFor(draft), templates.Directory);
        return Task.CompletedTask;
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var transcript = draft.Transcript ?? throw new InvalidOperationException("Captions need the transcript of recognition.");
        transcript = WithoutUnsaid(transcript, draft);
        var template = TemplateFor(draft);
        string[] fonts = [.. template.Fonts.Select(font => FontFiles.Find(font, templates.Directory))];
        string[] paths = [context.Scope.PathOf("captions.ass"), context.Scope.PathOf("captions.srt"), context.Scope.PathOf("captions.vtt")];
        var drawn = await context.Cache.GetOrMakeAsync(
            CaptionKey.For(transcript, template, fonts),
            paths,
            CaptionJson.Default.DrawnCaptions,
            () => DrawAsync(transcript, template, paths, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        WarnOfMissing(drawn.MissingCharacters, template, context.Warn);
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
                FontDirectory = CopyFonts(fonts.Where(path => drawn.Fonts.Contains(Path.GetFileName(path), StringComparer.Ordinal)), context),
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

    private async Task<DrawnCaptions> DrawAsync(Transcript transcript, CaptionTemplate template, string[] paths, CancellationToken cancellationToken)
    {
        var words = CaptionClock.Round(transcript.Words);
        using var fonts = FontStack.Open(template, templates.Directory);
        var groups = Place(words, template, fonts);
        var animator = new CaptionAnimator(template, fonts.Main, words);
        var cues = SubtitleCues.Of(words);
        string[] documents = [AssDocument.Write(template, fonts.Main, groups.SelectMany(animator.Animate)), SrtDocument.Write(cues), VttDocument.Write(cues)];
        foreach (var (path, document) in paths.Zip(documents))
        {
            await File.WriteAllTextAsync(path, document, cancellationToken).ConfigureAwait(false);
        }

        return new DrawnCaptions
        {
            Groups = [.. groups.Select(Describe)],
            Fonts = [.. groups.SelectMany(group => group.Words).SelectMany(word => word.Text.Runs).Select(run => Path.GetFileName(run.Face.Path)).Distinct(StringComparer.Ordinal)],
            MissingCharacters = [.. fonts.Missing.Select(rune => rune.ToString())],
        };
    }

    private static void WarnOfMissing(IReadOnlyList<string> characters, CaptionTemplate template, Action<string> warn)
    {
        const int shown = 5;
        if (characters.Count > 0)
        {
            var named = string.Join(", ", characters.Take(shown).Select(character => $"'{character}' (U+{Rune.GetRuneAt(character, 0).Value:X4})"));
            var more = characters.Count > shown ? $" and {characters.Count - shown} more" : "";
            warn($"No font of the caption template '{template.Name}' has {named}{more}: captions may lack them. Name a font that has them in the template's 'fonts'.");
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
            .Select(line => (IReadOnlyList<int>)[.. line.Select(word => word.Word)])
            .DistinctBy(line => line[0])],
    };
}
