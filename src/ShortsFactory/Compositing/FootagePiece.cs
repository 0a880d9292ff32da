using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>
/// Consecutive frames of one pass through a video file. A file that is too short is shown again and again; each pass is as many
/// whole frames as the file is long, so that every frame of the timeline names its place in the file, wherever a span begins.
/// </summary>
/// <param name="Seek">
/// Where the file is opened, in whole seconds: those are exact in every file's clock, and so all spans round the file's
/// frames to the same ones of the video.
/// </param>
/// <param name="Skip">Frames between there and the first that is shown.</param>
/// <param name="Length">How many frames are shown.</param>
internal sealed record FootagePiece(TimeSpan Seek, int Skip, int Length)
{
    /// <summary>The pieces for <paramref name="length"/> frames from the <paramref name="first"/>th on.</summary>
    public static IEnumerable<FootagePiece> Of(MediaFile file, int first, int length, int rate)
    {
        var pass = PassOf(file, rate);
        for (var (frame, left) = (first, length); left > 0;)
        {
            var place = frame % pass;
            var count = Math.Min(pass - place, left);
            // Half a second at least before it: a picture may stand in the file after those that are shown later.
            var seek = Math.Max(0, (place - (rate / 2)) / rate);
            yield return new FootagePiece(TimeSpan.FromSeconds(seek), place - (seek * rate), count);
            (frame, left) = (frame + count, left - count);
        }
    }

    /// <summary>The frames of one pass; a file that does not say how long it is goes on with its last picture.</summary>
    public static int PassOf(MediaFile file, int rate) =>
        file.Duration > TimeSpan.Zero ? Math.Max(1, (int)Math.Round(file.Duration.TotalSeconds * rate)) : int.MaxValue;
}
