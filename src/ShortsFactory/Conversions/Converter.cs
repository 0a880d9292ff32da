using Microsoft.Extensions.Options;
using ShortsFactory.Conversions.Targets;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Makes one file of another: opens, runs the format's steps, looks at the result, publishes it.</summary>
internal sealed class Converter(
    SourceReader reader, VoiceMaster voice, ResultCheck check, Ffmpeg ffmpeg, ImageMagick magick, ImageReader images, ResourceScopes scopes, IOptions<ConversionOptions> options)
{
    private const string ResultName = "result";

    /// <summary>Does it; the output is replaced only by a whole result.</summary>
    public async Task<ConversionResult> ConvertAsync(PlannedConversion plan, MediaTaskContext context)
    {
        var (scope, cancellationToken) = (context.Scope, context.CancellationToken);
        var waiting = await scopes.LockAsync(plan.Output, options.Value.OutputWaitLimit, _ => { }, cancellationToken).ConfigureAwait(false);
        await using (waiting.ConfigureAwait(false))
        {
            var source = await OpenAsync(plan, scope, cancellationToken).ConfigureAwait(false);
            var output = $"{ResultName}.{plan.Target.Name}";
            var duration = Duration(source, plan);
            var steps = plan.Target.Steps(source, plan.Look, output);
            foreach (var (index, step) in steps.Index())
            {
                await RunAsync(step, source, new StepProgress(context.Progress, index, steps.Count, duration), plan, scope, cancellationToken).ConfigureAwait(false);
            }

            var warning = await check.RunAsync(source, plan.Target, output, duration, scope, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = new FileInfo(scope.PathOf(output)).Length;
            await DiskSpace.WriteAsync(plan.Output, () => AtomicFile.PublishAsync(scope.PathOf(output), plan.Output, CancellationToken.None)).ConfigureAwait(false);
            return new ConversionResult(plan.Input, plan.Output, bytes, warning);
        }
    }

    private async Task<Source> OpenAsync(PlannedConversion plan, ResourceScope scope, CancellationToken cancellationToken)
    {
        var source = await reader.OpenAsync(plan.Input, scope, cancellationToken).ConfigureAwait(false);
        PairRules.Check(source, plan.Target, plan.Look, options.Value);
        if (plan.Target.Kind is not TargetKind.Picture || plan.Look.Frame is not null || source.Image is not { IsByImageMagick: true })
        {
            source = await reader.ForFfmpegAsync(source, scope, cancellationToken).ConfigureAwait(false);
        }

        return plan.Look.IsVoice ? await voice.LevelAsync(source, scope, cancellationToken).ConfigureAwait(false) : source;
    }

    private async Task RunAsync(ConversionStep step, Source source, StepProgress progress, PlannedConversion plan, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(step, source, progress, scope, cancellationToken).ConfigureAwait(false);
        }
        catch (ProcessFailedException exception)
        {
            throw (Exception?)DiskSpace.Explain(exception, scope.Directory, plan.Output) ?? new ConversionFailedException(source.Path, exception.Message, exception);
        }
    }

    private Task RunAsync(ConversionStep step, Source source, StepProgress progress, ResourceScope scope, CancellationToken cancellationToken) => step switch
    {
        { Program: ConversionProgram.ImageMagick } when source.Image is { } image => images.RunAsync(image, step.Arguments, scope, cancellationToken),
        { Program: ConversionProgram.ImageMagick } => magick.RunAsync(step.Arguments, scope, cancellationToken),
        { IsReporting: true } => scope.RunAsync(ffmpeg.Encode(step.Arguments, scope.Directory, progress.Report), cancellationToken),
        _ => scope.RunAsync(ffmpeg.Convert(step.Arguments, scope.Directory), cancellationToken),
    };

    /// <summary>How long the result shall be; zero for a picture, and if nobody knows.</summary>
    private static TimeSpan Duration(Source source, PlannedConversion plan) => plan.Target switch
    {
        { Kind: TargetKind.Sound } => source.Media.Duration,
        GifTarget when source.Kind is SourceKind.Picture => TimeSpan.Zero,
        var target when target.Moves(source) => MovingInput.Duration(source, plan.Look),
        _ => TimeSpan.Zero,
    };
}
