using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>Puts background, captions and track together: from the sources to the finished mp4, encoded once.</summary>
internal sealed class CompositingStage(
    IOptions<CompositingOptions> options, BackgroundResolver backgrounds, FirstFrameCheck firstFrames, EncoderChoice encoders, VideoBuilder builder) : IStage
{
    private const int BitsPerByte = 8;
    private const int DecodedSoundBytesPerSecond = 48_000 * 2 * sizeof(float);

    private readonly CompositingOptions _options = options.Value;
    private readonly PreparedFor<IReadOnlyList<Background>> _backgrounds = new();

    public StageName Name => StageName.Compositing;

    /// <summary>
    /// At half the highest bit rate, which busy footage comes near to: once in chunks and once joined. And the sound once more, decoded for its measuring.
    /// </summary>
    public DiskNeed EstimateDisk(TimeSpan duration)
    {
        var video = DiskNeed.Of(duration, ((_options.MaxBitrate / 2.0) + _options.AudioBitrate) / BitsPerByte);
        return new(Temporary: (2 * video) + DiskNeed.Of(duration, DecodedSoundBytesPerSecond), Delivered: video);
    }

    public async Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var resolved = await backgrounds.ResolveAsync(draft, _options.Background, context.Scope, cancellationToken, context.Progress, context.Cache).ConfigureAwait(false);
        await firstFrames.RunAsync(resolved, draft, context.Scope, cancellationToken).ConfigureAwait(false);
        _backgrounds.Set(context, resolved);
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        if (draft.Soundtrack is not { } soundtrack || draft.Captions is not { } captions)
        {
            throw new InvalidOperationException("An earlier stage has not run.");
        }

        var composition = Timeline.Lay(draft.Script, soundtrack, captions, _backgrounds.Get(context), _options, draft.Transcript);
        var files = await ChunkFiles.ReadAsync(composition, captions, cancellationToken).ConfigureAwait(false);
        var plan = new VideoPlan
        {
            Composition = composition,
            Spans = ChunkCuts.Of(composition, draft.Script, soundtrack),
            Files = files,
            Soundtrack = soundtrack,
            Encoder = await encoders.ChooseAsync(context, cancellationToken).ConfigureAwait(false),
        };
        var video = await BuildAsync(plan, context, cancellationToken).ConfigureAwait(false);
        WarnOfLoudness(video, soundtrack.IntegratedLufs, context.Warn);
        return draft with { Video = video with { Path = context.Scope.Promote(video.Path), CoverPath = context.Scope.Promote(video.CoverPath) } };
    }

    /// <summary>A device that fails in the middle, because others have taken it or it has gone, costs time and not the video.</summary>
    private async Task<Video> BuildAsync(VideoPlan plan, StageContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await builder.BuildAsync(plan, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (plan.Encoder.IsHardware && exception is ProcessFailedException or VideoBrokenException)
        {
            context.Warn($"The encoder {plan.Encoder.Name} failed in the middle, so {VideoEncoders.Default.Name} made the video: {exception.Message}");
            return await builder.BuildAsync(plan with { Encoder = VideoEncoders.Default }, context, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The sound was encoded again until it fitted, but not without end.</summary>
    private static void WarnOfLoudness(Video video, double wantedLufs, Action<string> warn)
    {
        if (Math.Abs(video.IntegratedLufs - wantedLufs) > SoundEncoder.LoudnessTolerance)
        {
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"The video's loudness is {video.IntegratedLufs:0.0} LUFS instead of {wantedLufs:0.0} LUFS; platforms will turn it up or down."));
        }

        if (video.TruePeakDbtp > SoundEncoder.TruePeakLimit)
        {
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"The video's true peak is {video.TruePeakDbtp:0.0} dBTP, above {SoundEncoder.TruePeakLimit:0} dBTP; it may crackle on some players."));
        }
    }
}
