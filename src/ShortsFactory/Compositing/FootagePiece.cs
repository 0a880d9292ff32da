using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>
/// Consecutive frames of one pass through a video file. A file that is too short is shown again and again; each pass is as many
/// whole frames as the part of the file is long that is shown, so that every frame of the timeline names its place in the file, wherever a span begins.
/// </summary>
internal sealed record FootagePiece
{
    /// <summary>
    /// Where the file is opened, in whole seconds: those are exact in every file's clock, and so all spans round the file's
    /// frames to the same ones of the video.
    /// </summary>
    public required TimeSpan Seek { get; init; }

    /// <summary>The first frame that is shown, counted from the beginning of the pass.</summary>
    public required int First { get; init; }

    /// <summary>How many frames are shown.</summary>
    public required int Length { get; init; }

    /// <summary>How many of them the pass has; the last picture stands for those behind it.</summary>
    public required int Moving { get; init; }

    /// <summary>The pieces for <paramref name="length"/> frames from the <paramref name="first"/>th on.</summary>
    public static IEnumerable<FootagePiece> Of(MediaBackground video, int first, int length, int rate)
    {
        var pass = PassOf(video, rate);
        for (var (frame, left) = (first, length); left > 0;)
        {
            var place = video.Loops ? frame % pass : Math.Min(frame, pass - 1);
            var count = video.Loops ? Math.Min(pass - place, left) : left;
            // Half a second at least before it: a picture may stand in the file after those that are shown later.
            var opened = video.From.TotalSeconds + (video.Speed * place / rate) - 0.5;
            yield return new FootagePiece
            {
                Seek = TimeSpan.FromSeconds(Math.Max(0, Math.Floor(opened))),
                First = place,
                Length = count,
                Moving = Math.Min(count, pass - place),
            };
            (frame, left) = (frame + count, left - count);
        }
    }

    /// <summary>The frames of one pass; a file that does not say how long it is goes on with its last picture.</summary>
    public static int PassOf(MediaBackground video, int rate) =>
        video.Pass > TimeSpan.Zero ? Math.Max(1, (int)Math.Round(video.Pass.TotalSeconds * rate)) : int.MaxValue;
}
