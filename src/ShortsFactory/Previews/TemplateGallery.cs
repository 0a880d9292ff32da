using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;

namespace ShortsFactory.Previews;

/// <summary>Shows what caption templates look like: a sample line at three moments over a background, on one sheet.</summary>
public sealed class TemplateGallery
{
    private readonly IStage _captions;
    private readonly TemplateCatalog _templates;
    private readonly BackgroundResolver _backgrounds;
    private readonly StillRenderer _stills;
    private readonly CompositingOptions _options;
    private readonly PictureFormat _format;

    internal TemplateGallery(
        IEnumerable<IStage> stages, TemplateCatalog templates, BackgroundResolver backgrounds, StillRenderer stills, IOptions<CompositingOptions> options)
    {
        _captions = stages.Single(stage => stage.Name is StageName.Captions);
        _templates = templates;
        _backgrounds = backgrounds;
        _stills = stills;
        _options = options.Value;
        _format = PictureFormat.Parse(_options.Format);
    }

    /// <summary>Writes a sheet of the named template, or of all.</summary>
    /// <param name="name">A template; <see langword="null"/> takes all.</param>
    /// <param name="background">What lies behind the captions; <see langword="null"/> takes the configured background.</param>
    /// <param name="path">Absolute path of the sheet, a .png or .jpg.</param>
    /// <param name="scopes">Where temporary files belong.</param>
    /// <param name="warn">Takes warnings for the user.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    /// <returns>The names of the templates on the sheet.</returns>
    /// <exception cref="InvalidInputException">A template, the background or the sheet's name cannot be used.</exception>
    public async Task<IReadOnlyList<string>> RenderAsync(
        string? name, string? background, string path, ResourceScopes scopes, Action<string> warn, CancellationToken cancellationToken)
    {
        PictureFile.Check(path);
        IReadOnlyList<string> names = [.. _templates.List().Select(template => template.Name).Where(known => name is null || string.Equals(known, name, StringComparison.Ordinal))];
        if (names.Count == 0)
        {
            _templates.Load(name!);
        }

        var job = scopes.Open("gallery");
        await using (job.ConfigureAwait(false))
        {
            using var sheet = new ContactSheet(names.Count, SampleLine.Moments.Count, _format, _templates.Directory);
            await Parallel.ForEachAsync(
                names.Index(),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
                async (item, token) => await DrawAsync(item.Index, item.Item, background, sheet, job, warn, token).ConfigureAwait(false)).ConfigureAwait(false);
            await PictureFile.PublishAsync(sheet.Picture, path, job.PathOf("sheet"), cancellationToken).ConfigureAwait(false);
        }

        return names;
    }

    private async Task DrawAsync(
        int index, string name, string? background, ContactSheet sheet, ResourceScope job, Action<string> warn, CancellationToken cancellationToken)
    {
        var scope = job.Open(name);
        await using (scope.ConfigureAwait(false))
        {
            var draft = Draft(name, background, scope.PathOf("sample"));
            var context = new StageContext { Scope = scope.Open("captions"), Progress = new Progress<StageProgress>(), Warn = warn };
            draft = await _captions.RunAsync(draft, context, cancellationToken).ConfigureAwait(false);
            foreach (var (moment, time) in SampleLine.Moments.Index())
            {
                var picture = scope.Open("still");
                await using (picture.ConfigureAwait(false))
                {
                    var composition = await ComposeAsync(draft, picture, cancellationToken).ConfigureAwait(false);
                    var frame = (int)(time.TotalSeconds * composition.FrameRate);
                    sheet.Draw(index, moment, name, await _stills.RenderAsync(composition, draft.Captions!, frame, picture, cancellationToken).ConfigureAwait(false));
                }
            }
        }
    }

    private async Task<Composition> ComposeAsync(Short draft, ResourceScope scope, CancellationToken cancellationToken)
    {
        var backgrounds = await _backgrounds.ResolveAsync(draft, _options.Background, scope, cancellationToken).ConfigureAwait(false);
        var span = new FrameSpan(0, (int)(SampleLine.Duration.TotalSeconds * _format.FrameRate));
        return new Composition
        {
            Width = _format.Width,
            Height = _format.Height,
            FrameRate = _format.FrameRate,
            Span = span,
            Segments = [new BackgroundSegment(backgrounds[0], span)],
            Images = draft.Captions!.Images,
            CoverFrame = 0,
        };
    }

    private Short Draft(string template, string? background, string path) => new()
    {
        Id = template,
        Request = new ShortRequest { ScriptPath = path + ".md", OutputPath = path + ".mp4" },
        Script = new Script
        {
            Title = template,
            Template = template,
            Format = _format,
            Background = background,
            Scenes = [new Scene { Sentences = [new Sentence { Index = 0, Words = [new DisplayWord { Text = template, Spoken = template }] }] }],
        },
        Transcript = SampleLine.Transcript,
    };
}
