using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Compositing;

/// <summary>Puts background, captions and track together: one ffmpeg run, from the sources to the finished mp4.</summary>
internal sealed class CompositingStage(
    IOptions<CompositingOptions> options, Ffmpeg ffmpeg, BackgroundResolver backgrounds, FirstFrameCheck firstFrames, StillRenderer stills, VideoMeter meter) : IStage
{
    private const double TargetLufs = -14;
    private const double LufsTolerance = 1;
    private const double TruePeakLimit = -1;
    private const int BitsPerByte = 8;
    private const int DecodedSoundBytesPerSecond = 48_000 * 2 * sizeof(float);

    private readonly CompositingOptions _options = options.Value;
    private readonly PreparedFor<IReadOnlyList<Background>> _backgrounds = new();

    public StageName Name => StageName.Compositing;

    /// <summary>At half the highest bit rate, which busy footage comes near to; and the sound once more, decoded for its measuring.</summary>
    public DiskNeed EstimateDisk(TimeSpan duration)
    {
        var video = DiskNeed.Of(duration, ((_options.MaxBitrate / 2.0) + _options.AudioBitrate) / BitsPerByte);
        return new(Temporary: video + DiskNeed.Of(duration, DecodedSoundBytesPerSecond), Delivered: video);
    }

    public async Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var resolved = await backgrounds.ResolveAsync(draft, _options.Background, context.Scope, cancellationToken).ConfigureAwait(false);
        await firstFrames.RunAsync(resolved, draft, context.Scope, cancellationToken).ConfigureAwait(false);
        _backgrounds.Set(context, resolved);
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        if (draft.Soundtrack is not { } soundtrack || draft.Captions is not { } captions)
        {
            throw new InvalidOperationException("An earlier stage has not run.");
        }

        var scope = context.Scope;
        var composition = Timeline.Lay(draft.Script, soundtrack, captions, _backgrounds.Get(context), _options, draft.Transcript);
        var graph = FilterGraph.Write(composition, composition.Span);
        string[] paths = [scope.PathOf(WorkFiles.Video), scope.PathOf(WorkFiles.Cover)];
        var video = await context.Cache.GetOrMakeAsync(
            VideoKey.For(await context.VersionOfAsync(ffmpeg).ConfigureAwait(false), composition, graph, _options, soundtrack, captions),
            paths,
            VideoJson.Default.Video,
            async () =>
            {
                await WorkFiles.LayOutAsync(soundtrack, captions, graph, scope, cancellationToken).ConfigureAwait(false);
                return await EncodeAsync(composition, context, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        WarnOfLoudness(video, context.Warn);
        return draft with { Video = video with { Path = scope.Promote(paths[0]), CoverPath = scope.Promote(paths[1]) } };
    }

    private async Task<Video> EncodeAsync(Composition composition, StageContext context, CancellationToken cancellationToken)
    {
        var scope = context.Scope;
        var command = ffmpeg.Encode(
            FfmpegArguments.Write(composition, _options), scope.Directory, progress => context.Progress.Report(Describe(progress, composition)));
        await scope.RunAsync(command, cancellationToken).ConfigureAwait(false);

        var measuring = meter.MeasureAsync(composition, scope, cancellationToken);
        var takingCover = composition.HasCoverTitle
            ? stills.DrawCoverAsync(composition, scope, cancellationToken)
            : scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Cover(composition), scope.Directory), cancellationToken);
        await Task.WhenAll(measuring, takingCover).ConfigureAwait(false);
        if (!File.Exists(scope.PathOf(WorkFiles.Cover)))
        {
            throw new VideoBrokenException("no picture could be taken from it for the cover.");
        }

        return await measuring.ConfigureAwait(false);
    }

    private StageProgress Describe(FfmpegProgress progress, Composition composition)
    {
        var frames = composition.Span.Length;
        var left = Math.Max(0, frames - progress.Frame);
        var detail = progress.FramesPerSecond > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.FramesPerSecond:0} fps, {left / progress.FramesPerSecond:0} s left")
            : null;
        return new StageProgress(Name, Math.Min(1, (double)progress.Frame / frames), detail);
    }

    private static void WarnOfLoudness(Video video, Action<string> warn)
    {
        if (Math.Abs(video.IntegratedLufs - TargetLufs) > LufsTolerance)
        {
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"The video's loudness is {video.IntegratedLufs:0.0} LUFS instead of {TargetLufs:0} LUFS; platforms will turn it up or down."));
        }

        if (video.TruePeakDbtp > TruePeakLimit)
        {
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"The video's true peak is {video.TruePeakDbtp:0.0} dBTP, above {TruePeakLimit:0} dBTP; it may crackle on some players."));
        }
    }
}
