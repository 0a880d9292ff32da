using System.Globalization;
using ShortsFactory.Audio;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>Measures the finished file itself: what a platform will see and hear.</summary>
internal sealed class VideoMeter(Ffmpeg ffmpeg, MediaProbe probe)
{
    /// <summary>Between the lengths of picture and sound, of which the file has the longer one.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.1);

    /// <summary>Measures the video of <paramref name="composition"/> that lies in the scope's directory; paths in the result are names in it.</summary>
    /// <exception cref="VideoBrokenException">It is not what was composed, or no video at all.</exception>
    public async Task<Video> MeasureAsync(Composition composition, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var video = await MeasureAsync(scope, cancellationToken).ConfigureAwait(false);
            Compare(video, composition);
            return video;
        }
        catch (Exception exception) when (exception is InvalidInputException or WaveFormatException or FileNotFoundException)
        {
            throw new VideoBrokenException(Describe(exception), exception);
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        WaveFormatException wave => $"its sound, decoded, cannot be read: {wave.Problem}.",
        FileNotFoundException => "it has no sound, or is not there.",
        _ => "ffprobe does not find a video in it.",
    };

    private static void Compare(Video video, Composition composition)
    {
        if ((video.Width, video.Height) != (composition.Width, composition.Height))
        {
            throw new VideoBrokenException($"it is {video.Width}x{video.Height} instead of {composition.Width}x{composition.Height}.");
        }

        var expected = composition.TimeOf(composition.Span.Length);
        if ((video.Duration - expected).Duration() > Tolerance)
        {
            throw new VideoBrokenException(string.Create(
                CultureInfo.InvariantCulture, $"it is {video.Duration.TotalSeconds:0.00} s long instead of {expected.TotalSeconds:0.00} s."));
        }
    }

    private async Task<Video> MeasureAsync(ResourceScope scope, CancellationToken cancellationToken)
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
