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

    /// <summary>The cover that has a title: the background of its moment, and neither captions nor what else lies over it.</summary>
    public static Still CoverOf(Composition composition) =>
        new(composition with { Document = WorkFiles.CoverTitle, Emoji = null, Images = [] }, composition.CoverFrame);

    /// <summary>Draws the cover with its title into the scope's directory.</summary>
    /// <param name="composition">The composition.</param>
    /// <param name="title">The document of the title as it is drawn.</param>
    /// <param name="fonts">The directory of its fonts.</param>
    /// <param name="stage">Its directory holds the backgrounds' links.</param>
    /// <param name="scope">Where it is drawn.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task DrawCoverAsync(Composition composition, string title, string fonts, ResourceScope stage, ResourceScope scope, CancellationToken cancellationToken)
    {
        var still = CoverOf(composition);
        WorkFiles.Link(fonts, still.Inputs(), stage, scope);
        await File.WriteAllTextAsync(scope.PathOf(WorkFiles.CoverTitle), title, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(scope.PathOf(WorkFiles.Graph), still.Graph(), cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Picture(still, WorkFiles.Still), scope.Directory), cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Jpeg(WorkFiles.Still), scope.Directory), cancellationToken).ConfigureAwait(false);
    }
}
