using ShortsFactory.Audio;
using ShortsFactory.Media;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>Measures the finished file itself: what a platform will see and hear.</summary>
internal sealed class VideoMeter(Ffmpeg ffmpeg, MediaProbe probe)
{
    /// <summary>Measures the video that lies in the scope's directory; paths in the result are names in it.</summary>
    public async Task<Video> MeasureAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var probing = probe.ProbeAsync(scope.PathOf(WorkFiles.Video), scope, cancellationToken);
        var metering = MeasureLoudnessAsync(scope, cancellationToken);
        await Task.WhenAll(probing, metering).ConfigureAwait(false);
        var (file, loudness) = (await probing.ConfigureAwait(false), await metering.ConfigureAwait(false));
        return new Video
        {
            Path = WorkFiles.Video,
            CoverPath = WorkFiles.Cover,
            Duration = file.Duration,
            Width = file.Width,
            Height = file.Height,
            FramesPerSecond = file.FramesPerSecond,
            Codec = file.Codec,
            Bitrate = file.Bitrate,
            IntegratedLufs = loudness.IntegratedLufs,
            TruePeakDbtp = loudness.TruePeakDbtp,
        };
    }

    private async Task<Loudness> MeasureLoudnessAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Sound, scope.Directory), cancellationToken).ConfigureAwait(false);
        return LoudnessMeter.Measure(scope.PathOf(WorkFiles.DeliveredSound), cancellationToken);
    }
}
