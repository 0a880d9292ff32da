using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline.Manifests;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Pipeline;

/// <summary>
/// Makes one short: reads the script, runs the stages in order, each in a resource scope of its own, and publishes the result.
/// Knows the stages by their interface alone.
/// </summary>
public sealed class ShortPipeline(
    ResourceScopes scopes,
    IEnumerable<IStage> stages,
    ToolVersions toolVersions,
    ResultCache resultCache,
    IOptions<PipelineOptions> options,
    TimeProvider timeProvider,
    ILogger<ShortPipeline> logger,
    IEnumerable<IDraftPreparation>? preparations = null,
    ShortInputs? shortInputs = null)
{
    /// <summary>Makes the short that <paramref name="request"/> asks for and returns the manifest that was published with it.</summary>
    /// <exception cref="InvalidInputException">The script, or something that it names, cannot be used.</exception>
    /// <exception cref="DiskFullException">There is no room for temporary files or the result; nothing was published.</exception>
    /// <exception cref="FileLockedException">Another run writes the same output and did not end.</exception>
    /// <exception cref="ShortsFactoryException">A stage failed; nothing was published.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; nothing was published.</exception>
    public async Task<Manifest> MakeAsync(
        ShortRequest request, IProgress<StageProgress> progress, Action<string> warn, CancellationToken cancellationToken) =>
        await MakeAsync(request, progress, warn, shared: null, cancellationToken).ConfigureAwait(false);

    /// <summary>The same for one of several shorts that are made side by side.</summary>
    internal async Task<Manifest> MakeAsync(
        ShortRequest request, IProgress<StageProgress> progress, Action<string> warn, SharedRun? shared, CancellationToken cancellationToken)
    {
        try
        {
            return await MakeAndPublishAsync(request, progress, new Warnings(warn), shared, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            DiskRoom.ThrowIfFull(exception, scopes, request);
            throw;
        }
    }

    /// <summary>The manifest of a short that lies whole where it would be put, made from the same inputs; <see langword="null"/> if it must be made.</summary>
    internal async Task<Manifest?> FindMadeAsync(ShortRequest request, SharedRun shared, CancellationToken cancellationToken)
    {
        var inputs = shortInputs?.Of(request);
        var tools = await ToolVersions.CollectAsync(shared.Tools).ConfigureAwait(false);
        return inputs is null ? null : await DeliveredShort.FindAsync(request, Name(inputs, tools), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the stages up to one of them, and hands the record on while its files exist; nothing is published.</summary>
    /// <param name="request">The short.</param>
    /// <param name="last">The last stage that runs.</param>
    /// <param name="use">What to do with the record; its context is released afterwards.</param>
    /// <param name="progress">Takes progress reports.</param>
    /// <param name="warn">Takes warnings.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>All warnings.</returns>
    internal async Task<IReadOnlyList<string>> RunUpToAsync(
        ShortRequest request,
        StageName last,
        Func<Short, StageContext, Task> use,
        IProgress<StageProgress> progress,
        Action<string> warn,
        CancellationToken cancellationToken)
    {
        var warnings = new Warnings(warn);
        var draft = await DraftAsync(request, cancellationToken).ConfigureAwait(false);
        var job = new PipelineJob(scopes, "preview", request, resultCache, toolVersions, progress, warnings, shared: null, cancellationToken);
        await using (job.ConfigureAwait(false))
        {
            var steps = Steps(job, last);
            draft = await PrepareAsync(job, steps, draft, cancellationToken).ConfigureAwait(false);
            draft = await RunAsync(steps, draft, [], warnings, cancellationToken).ConfigureAwait(false);
            var context = job.ContextFor("use");
            await using (context.Scope.ConfigureAwait(false))
            {
                await use(draft, context).ConfigureAwait(false);
            }
        }

        return warnings.All;
    }

    private async Task<Manifest> MakeAndPublishAsync(
        ShortRequest request, IProgress<StageProgress> progress, Warnings warnings, SharedRun? shared, CancellationToken cancellationToken)
    {
        var inputs = shortInputs?.Of(request);
        var draft = await DraftAsync(request, cancellationToken).ConfigureAwait(false);
        logger.RunStarted(draft.Id, request.ScriptPath, request.OutputPath);
        var timings = new List<StageTiming>();
        IReadOnlyDictionary<string, string> tools;
        IReadOnlyList<ManifestFile> files;

        var delivery = new Delivery(request, scopes);
        await using var turn = delivery.ConfigureAwait(false);
        var job = new PipelineJob(scopes, "short", request, resultCache, toolVersions, progress, warnings, shared, cancellationToken);
        await using (job.ConfigureAwait(false))
        {
            var steps = Steps(job, StageName.Compositing);
            draft = await PrepareAsync(job, steps, draft, cancellationToken).ConfigureAwait(false);
            await delivery.OpenAsync(options.Value.OutputWaitLimit, warnings.Add, cancellationToken).ConfigureAwait(false);
            DiskRoom.Require(stages.Select(stage => stage.EstimateDisk(LengthOf(draft))), scopes, request);
            draft = await RunAsync(steps, draft, timings, warnings, cancellationToken).ConfigureAwait(false);
            tools = await ToolVersions.CollectAsync(job.Tools).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            files = await delivery.PublishAsync(draft).ConfigureAwait(false);
        }

        // Written when all scopes are released, so that the counts are final; and last, so that where it is, everything is.
        var manifest = Manifest.Of(draft, timings, tools, job.Report(), warnings.All) with
        {
            Inputs = inputs is null ? null : Name(inputs, tools),
            Files = files,
        };
        await delivery.PublishAsync(manifest).ConfigureAwait(false);
        logger.RunFinished(draft.Id, timings.Sum(timing => timing.Seconds));
        return manifest;
    }

    private static string Name(CacheKey inputs, IReadOnlyDictionary<string, string> tools) =>
        tools.Aggregate(inputs, (key, tool) => key.With(tool.Key, tool.Value)).Name;

    private StageStep[] Steps(PipelineJob job, StageName last) =>
        [.. stages.Where(stage => stage.Name <= last).Select(stage => new StageStep(stage, job.ContextFor(stage.Name.ToString().ToLowerInvariant())))];

    private async Task<Short> DraftAsync(ShortRequest request, CancellationToken cancellationToken) => new()
    {
        Id = $"{Path.GetFileNameWithoutExtension(request.ScriptPath)}-{scopes.RunId}",
        Request = request,
        Script = await ReadScriptAsync(request, cancellationToken).ConfigureAwait(false),
    };

    private static TimeSpan LengthOf(Short draft) => draft.Recording?.Duration ?? ScriptLength.Estimate(draft.Script);

    /// <summary>The script that a short is made of, with what the request says otherwise.</summary>
    /// <exception cref="InvalidInputException">It cannot be used.</exception>
    public async Task<Script> ReadScriptAsync(ShortRequest request, CancellationToken cancellationToken)
    {
        var script = request.HasScript
            ? await ReadTextAsync(request, cancellationToken).ConfigureAwait(false)
            : new Script { Title = Path.GetFileNameWithoutExtension(request.ScriptPath), Language = request.Language ?? "en", Scenes = [] };
        var estimate = ScriptLength.Estimate(script);
        if (estimate > options.Value.LengthLimit)
        {
            throw new InvalidInputException(
                $"the script would be about {estimate.TotalMinutes:0} minutes long; the limit is {options.Value.LengthLimit.TotalMinutes:0} minutes.",
                request.ScriptPath)
            {
                Advice = "Split it into several scripts, or raise Pipeline:LengthLimit.",
            };
        }

        return script with
        {
            Voice = request.Voice ?? script.Voice,
            Template = request.Template ?? script.Template,
            Background = request.Background ?? script.Background,
            Format = request.Format ?? script.Format,
            Music = request.Music is { } music ? (script.Music ?? new MusicSettings { File = music }) with { File = music, Credit = null } : script.Music,
            Lines = Overridden(request).Aggregate(script.Lines.ToImmutableDictionary(), (lines, setting) => lines.Remove(setting)),
        };
    }

    private static async Task<Script> ReadTextAsync(ShortRequest request, CancellationToken cancellationToken) =>
        request.ScriptText is { } text
            ? ScriptParser.Parse(text, request.ScriptPath, isRecorded: request.Narration is not null)
            : await ScriptFile.ReadAsync(request.ScriptPath, cancellationToken, isRecorded: request.Narration is not null).ConfigureAwait(false);

    /// <summary>The settings that the caller made: it is not the script's line that is at fault if one of them is wrong.</summary>
    private static IEnumerable<string> Overridden(ShortRequest request)
    {
        (string Setting, string? Value)[] overrides =
            [("voice", request.Voice), ("template", request.Template), ("background", request.Background), ("music", request.Music)];
        return overrides.Where(pair => pair.Value is not null).Select(pair => pair.Setting);
    }

    /// <summary>What must be there before the stages can look at the draft, then the stages' own preparations, side by side.</summary>
    private async Task<Short> PrepareAsync(PipelineJob job, IReadOnlyList<StageStep> steps, Short draft, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var preparation in preparations ?? [])
            {
                var context = job.ContextFor("preparation");
                await using (context.Scope.ConfigureAwait(false))
                {
                    draft = await preparation.PrepareAsync(draft, context, cancellationToken).ConfigureAwait(false);
                }
            }

            await Task.WhenAll(steps.Select(step => step.Stage.PrepareAsync(draft, step.Context, cancellationToken))).ConfigureAwait(false);
            return draft;
        }
        catch (InvalidInputException exception) when (exception is { Line: null, Setting: { } setting } && draft.Script.LineOf(setting) is { } line)
        {
            throw exception.At(draft.Request.ScriptPath, line);
        }
    }

    private async Task<Short> RunAsync(
        IReadOnlyList<StageStep> steps, Short draft, List<StageTiming> timings, Warnings warnings, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            draft = await RunAsync(step, draft, timings, cancellationToken).ConfigureAwait(false);
            WarnIfTooLong(draft, warnings);
        }

        return draft;
    }

    private async Task<Short> RunAsync(StageStep step, Short draft, List<StageTiming> timings, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        step.Context.Progress.Report(new StageProgress(step.Stage.Name, 0));
        await using (step.Context.Scope.ConfigureAwait(false))
        {
            try
            {
                draft = await step.Stage.RunAsync(draft, step.Context, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Asked here, while the stage's files are still there: with them gone, the disk would have room again.
                DiskRoom.ThrowIfFull(exception, scopes, draft.Request);
                throw;
            }
        }

        var elapsed = timeProvider.GetElapsedTime(started);
        timings.Add(new StageTiming
        {
            Name = step.Stage.Name,
            Seconds = Math.Round(elapsed.TotalSeconds, 3),
            Parts = step.Context.Cache.Parts,
            CachedParts = step.Context.Cache.CachedParts,
        });
        step.Context.Progress.Report(new StageProgress(step.Stage.Name, 1));
        logger.StageFinished(step.Stage.Name, elapsed.TotalSeconds);
        return draft;
    }

    private void WarnIfTooLong(Short draft, Warnings warnings)
    {
        if (draft.Soundtrack is { } track && track.Duration > options.Value.PlatformLimit)
        {
            warnings.Add(
                $"The short is {track.Duration.TotalSeconds:0} s long; the platforms take at most {options.Value.PlatformLimit.TotalSeconds:0} s.");
        }
    }

    private sealed record StageStep(IStage Stage, StageContext Context);
}
