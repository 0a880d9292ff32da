using System.Globalization;
using ShortsFactory.Audio;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>Measures the finished file itself: what a platform will see.</summary>
internal sealed class VideoMeter(MediaProbe probe)
{
    /// <summary>Measures the video of <paramref name="composition"/> that lies in the scope's directory; paths in the result are names in it.</summary>
    /// <exception cref="VideoBrokenException">It is not what was composed, or no video at all.</exception>
    public async Task<Video> MeasureAsync(Composition composition, Loudness loudness, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var file = await probe.ProbeAsync(scope.PathOf(WorkFiles.Video), scope, cancellationToken).ConfigureAwait(false);
            Compare(file, composition);
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
        catch (InvalidInputException exception)
        {
            throw new VideoBrokenException("ffprobe does not find a video in it.", exception);
        }
    }

    private static void Compare(MediaFile video, Composition composition)
    {
        if ((video.Width, video.Height) != (composition.Width, composition.Height))
        {
            throw new VideoBrokenException($"it is {video.Width}x{video.Height} instead of {composition.Width}x{composition.Height}.");
        }

        if (!video.HasSound)
        {
            throw new VideoBrokenException("it has no sound.");
        }

        var expected = composition.TimeOf(composition.Span.Length);
        if ((video.Duration - expected).Duration() > composition.TimeOf(1) / 2)
        {
            throw new VideoBrokenException(string.Create(
                CultureInfo.InvariantCulture, $"it is {video.Duration.TotalSeconds:0.00} s long instead of {expected.TotalSeconds:0.00} s."));
        }
    }
}
