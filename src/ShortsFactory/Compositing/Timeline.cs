using ShortsFactory.Audio;
using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;

namespace ShortsFactory.Compositing;

/// <summary>Lays a short out in frames.</summary>
internal static class Timeline
{
    /// <summary>The composition of a short whose scenes are shown on <paramref name="backgrounds"/>, one for each scene.</summary>
    public static Composition Lay(
        Script script, Soundtrack soundtrack, CaptionTrack captions, IReadOnlyList<Background> backgrounds, CompositingOptions options, Transcript? transcript = null)
    {
        var format = script.Format ?? PictureFormat.Parse(options.Format);
        var rate = format.FrameRate;
        var span = new FrameSpan(0, FramesToCover(soundtrack.Duration, rate));
        var scenes = script.Scenes.Zip(backgrounds, (scene, background) => (Background: background, soundtrack.FirstOf(scene)?.Start))
            .Where(scene => scene.Start is not null)
            .Select((scene, index) => (scene.Background, Start: index == 0 ? 0 : FrameAt(scene.Start!.Value, rate)));
        var cover = CoverMoment.Find(script.Cover, transcript, captions, soundtrack.Duration);
        return new Composition
        {
            Width = format.Width,
            Height = format.Height,
            FrameRate = rate,
            Span = span,
            Segments = WithFades(Merge(scenes, span), FrameAt(options.CrossFade, rate)),
            Emoji = captions.Emoji,
            Images = captions.Images,
            CoverFrame = Math.Min(FrameAt(cover, rate), span.End - 1),
        };
    }

    /// <summary>Scenes on the same background are one segment: it goes on, and nothing fades.</summary>
    private static List<BackgroundSegment> Merge(IEnumerable<(Background Background, int Start)> scenes, FrameSpan span)
    {
        var segments = new List<BackgroundSegment>();
        foreach (var (background, start) in scenes)
        {
            if (segments is [.., var last])
            {
                if (last.Background == background)
                {
                    continue;
                }

                segments[^1] = last with { Span = last.Span with { End = start } };
            }

            segments.Add(new BackgroundSegment(background, span with { Start = start }));
        }

        return segments;
    }

    /// <summary>Draws neighbours out over their common border, half of the fade each, so that it is half done when the scene begins to speak.</summary>
    private static List<BackgroundSegment> WithFades(List<BackgroundSegment> segments, int fade)
    {
        var faded = new List<BackgroundSegment>(segments);
        for (var index = 1; index < segments.Count; index++)
        {
            var border = segments[index].Span.Start;
            var length = segments[index].Background.Cuts ? 0 : Math.Min(fade, Math.Min(segments[index - 1].Span.Length, segments[index].Span.Length));
            var before = length / 2;
            faded[index - 1] = faded[index - 1] with { Span = faded[index - 1].Span with { End = border + length - before } };
            faded[index] = faded[index] with { Span = faded[index].Span with { Start = border - before } };
        }

        return faded;
    }

    private static int FramesToCover(TimeSpan duration, int frameRate) =>
        (int)((duration.Ticks * frameRate + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);

    private static int FrameAt(TimeSpan time, int frameRate) =>
        (int)((time.Ticks * frameRate + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond);
}
