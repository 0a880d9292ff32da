using ShortsFactory.Media;
using ShortsFactory.Media.Tasks;

namespace ShortsFactory.Conversions;

/// <summary>Turns what one step reports into the progress of all: seconds of the result that have been made, over as many passes as there are steps.</summary>
internal sealed class StepProgress(IProgress<MediaProgress> progress, int index, int count, TimeSpan duration)
{
    public void Report(FfmpegProgress report)
    {
        var done = (index * duration) + (report.Time < duration || duration == TimeSpan.Zero ? report.Time : duration);
        progress.Report(new MediaProgress(Math.Max(0, done.TotalSeconds), duration > TimeSpan.Zero ? count * duration.TotalSeconds : null));
    }
}
