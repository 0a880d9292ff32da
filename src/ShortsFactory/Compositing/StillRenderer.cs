using ShortsFactory.Captions;
using ShortsFactory.Media;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>Makes single pictures of compositions, by the filter graph that the video would be made by.</summary>
internal sealed class StillRenderer(Ffmpeg ffmpeg)
{
    /// <summary>Writes a frame into a PNG file in the scope's directory, where the backgrounds' links lie too; returns its path.</summary>
    public async Task<string> RenderAsync(
        Composition composition, CaptionTrack captions, int frame, ResourceScope scope, CancellationToken cancellationToken)
    {
        var still = new Still(composition, frame);
        await WorkFiles.LayOutAsync(captions, still.Graph(), scope, cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Picture(still, WorkFiles.Still), scope.Directory), cancellationToken).ConfigureAwait(false);
        return scope.PathOf(WorkFiles.Still);
    }

    /// <summary>Draws the cover with its title in the directory in which the video was made: the background of that moment, and neither captions nor emoji.</summary>
    public async Task DrawCoverAsync(Composition composition, ResourceScope scope, CancellationToken cancellationToken)
    {
        var still = new Still(composition with { Document = WorkFiles.CoverTitle, Emoji = null, Images = [] }, composition.CoverFrame);
        await File.WriteAllTextAsync(scope.PathOf(WorkFiles.CoverGraph), still.Graph(), cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(
            ffmpeg.Convert(FfmpegArguments.Picture(still, WorkFiles.Still, WorkFiles.CoverGraph), scope.Directory), cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Jpeg(WorkFiles.Still), scope.Directory), cancellationToken).ConfigureAwait(false);
    }
}
