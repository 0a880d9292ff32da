using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;

namespace ShortsFactory.Previews;

/// <summary>Shows what caption templates look like: a sample line over a background, at three moments on one sheet or at one of them.</summary>
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

    /// <summary>The moments of the sample line, from 1 to this, that <see cref="RenderStillAsync"/> shows.</summary>
    public static int MomentCount => SampleLine.Moments.Count;

    /// <summary>Writes one picture of a template.</summary>
    /// <param name="name">The template.</param>
    /// <param name="background">What lies behind the captions; <see langword="null"/> takes the configured background.</param>
    /// <param name="moment">Which moment of the sample line, from 1 to <see cref="MomentCount"/>; 0 shows the background before the first word.</param>
    /// <param name="path">Absolute path of the picture, a .png or .jpg.</param>
    /// <param name="scopes">Where temporary files belong.</param>
    /// <param name="warn">Takes warnings for the user.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    /// <exception cref="InvalidInputException">The template, the background or the picture's name cannot be used.</exception>
    public async Task RenderStillAsync(
        string name, string? background, int moment, string path, ResourceScopes scopes, Action<string> warn, CancellationToken cancellationToken)
    {
        PictureFile.Check(path);
        var job = scopes.Open("gallery");
        await using (job.ConfigureAwait(false))
        {
            var draft = await CaptionAsync(name, background, job, warn, cancellationToken).ConfigureAwait(false);
            var time = moment > 0 ? SampleLine.Moments[moment - 1] : TimeSpan.Zero;
            await PictureFile.PublishAsync(await DrawAsync(draft, time, job, cancellationToken).ConfigureAwait(false), path, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DrawAsync(
        int index, string name, string? background, ContactSheet sheet, ResourceScope job, Action<string> warn, CancellationToken cancellationToken)
    {
        var scope = job.Open(name);
        await using (scope.ConfigureAwait(false))
        {
            var draft = await CaptionAsync(name, background, scope, warn, cancellationToken).ConfigureAwait(false);
            foreach (var (moment, time) in SampleLine.Moments.Index())
            {
                var picture = scope.Open("still");
                await using (picture.ConfigureAwait(false))
                {
                    sheet.Draw(index, moment, name, await DrawAsync(draft, time, picture, cancellationToken).ConfigureAwait(false));
                }
            }
        }
    }

    private async Task<Short> CaptionAsync(string name, string? background, ResourceScope scope, Action<string> warn, CancellationToken cancellationToken)
    {
        var context = new StageContext { Scope = scope.Open("captions"), Progress = new Progress<StageProgress>(), Warn = warn };
        return await _captions.RunAsync(Draft(name, background, scope.PathOf("sample")), context, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> DrawAsync(Short draft, TimeSpan time, ResourceScope scope, CancellationToken cancellationToken)
    {
        var composition = await ComposeAsync(draft, scope, cancellationToken).ConfigureAwait(false);
        var frame = (int)(time.TotalSeconds * composition.FrameRate);
        return await _stills.RenderAsync(composition, draft.Captions!, frame, scope, cancellationToken).ConfigureAwait(false);
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
