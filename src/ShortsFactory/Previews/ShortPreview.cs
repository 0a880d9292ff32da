using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Previews;

/// <summary>
/// Shows a moment of a short without encoding it: the real pipeline, with its cache, up to the captions, then one frame of
/// the real composition.
/// </summary>
public sealed class ShortPreview
{
    private readonly ShortPipeline _pipeline;
    private readonly BackgroundResolver _backgrounds;
    private readonly StillRenderer _stills;
    private readonly CompositingOptions _compositing;
    private readonly CaptionsOptions _captions;

    internal ShortPreview(
        ShortPipeline pipeline,
        BackgroundResolver backgrounds,
        StillRenderer stills,
        IOptions<CompositingOptions> compositing,
        IOptions<CaptionsOptions> captions)
    {
        _pipeline = pipeline;
        _backgrounds = backgrounds;
        _stills = stills;
        _compositing = compositing.Value;
        _captions = captions.Value;
    }

    /// <summary>Writes the picture that <paramref name="request"/> asks for.</summary>
    /// <exception cref="InvalidInputException">The script, something that it names, or the moment cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; nothing was written.</exception>
    public async Task<PreviewResult> RenderAsync(
        PreviewRequest request, IProgress<StageProgress> progress, Action<string> warn, CancellationToken cancellationToken)
    {
        PictureFile.Check(request.PicturePath);
        PreviewResult? result = null;
        var warnings = await _pipeline.RunUpToAsync(
            request.Short,
            StageName.Captions,
            async (draft, context) => result = await RenderAsync(request, draft, context, cancellationToken).ConfigureAwait(false),
            progress,
            warn,
            cancellationToken).ConfigureAwait(false);
        return result! with { Warnings = warnings };
    }

    private async Task<PreviewResult> RenderAsync(PreviewRequest request, Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var backgrounds = await _backgrounds.ResolveAsync(draft, _compositing.Background, context.Scope, cancellationToken, context.Progress, context.Cache).ConfigureAwait(false);
        var composition = Timeline.Lay(draft.Script, draft.Soundtrack!, draft.Captions!, backgrounds, _compositing, draft.Transcript);
        var frame = request.At is { } at ? FrameAt(at, composition) : composition.CoverFrame;
        var still = await _stills.RenderAsync(composition, draft.Captions!, frame, context.Scope, cancellationToken).ConfigureAwait(false);
        await PictureFile.PublishAsync(still, request.PicturePath, cancellationToken).ConfigureAwait(false);
        return new PreviewResult
        {
            Path = request.PicturePath,
            At = composition.TimeOf(frame),
            Duration = composition.TimeOf(composition.Span.End),
            Template = draft.Script.Template ?? _captions.Template,
            Warnings = [],
        };
    }

    private static int FrameAt(TimeSpan at, Composition composition)
    {
        var frame = (int)(at.Ticks * composition.FrameRate / TimeSpan.TicksPerSecond);
        return frame < composition.Span.End
            ? frame
            : throw new InvalidInputException(
                $"the moment {at.TotalSeconds:0.##} s lies behind the end of the short, which is {composition.TimeOf(composition.Span.End).TotalSeconds:0.##} s long.")
            {
                Advice = "Give --at an earlier moment.",
            };
    }
}
