using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>
/// Draws the emoji of all groups, each where the layout left room for it and moving with its word. The result is no larger
/// than what they cover together, and each of its frames no larger than its group's, so that it costs little to lay it over the video.
/// </summary>
internal sealed class EmojiAnimation(EmojiFont font, CaptionScene scene)
{
    /// <summary>The last frame is empty, and a player may repeat it.</summary>
    private static readonly TimeSpan End = TimeSpan.FromMilliseconds(10);

    /// <summary>The animated PNG and its place in the picture.</summary>
    public (byte[] File, SKRectI Place) Draw(IEnumerable<PlacedGroup> groups)
    {
        var moments = new EmojiMoments(scene);
        var drawn = groups.Where(group => group.Pictures.Any()).Select(group => (group.Group, Moments: moments.Of(group).ToArray())).ToArray();
        var places = drawn.Select(group => Around(group.Moments.SelectMany(moment => moment.Poses))).ToArray();
        var all = places.Aggregate(SKRectI.Union);
        List<AnimationFrame> frames = [Frame([], all, all, drawn[0].Group.Start)];
        foreach (var (index, (group, shown)) in drawn.Index())
        {
            // The first frame wipes away what was there before, for where groups follow each other at once nothing else does.
            var wiped = index == 0 ? places[0] : SKRectI.Union(places[index - 1], places[index]);
            var ends = shown.Skip(1).Select(moment => moment.Start).Append(group.End);
            frames.AddRange(shown.Zip(ends).Select((moment, step) =>
                Frame(moment.First.Poses, step == 0 ? wiped : places[index], all, moment.Second - moment.First.Start)));
            var pause = index + 1 < drawn.Length ? drawn[index + 1].Group.Start - group.End : End;
            frames.Add(Frame([], places[index], all, pause));
        }

        return (AnimatedPng.Write(new SKSizeI(all.Width, all.Height), frames), all);
    }

    /// <summary>On even pixels, because the video has a colour for every second one alone.</summary>
    private SKRectI Around(IEnumerable<EmojiPose> poses)
    {
        var shadow = scene.Template.Shadow;
        var ink = poses.Select(pose => pose.Ink).Aggregate(SKRect.Union);
        var reach = shadow.IsVisible ? (float)((2 * shadow.Blur) + Math.Max(Math.Abs(shadow.X), Math.Abs(shadow.Y))) : 0;
        ink.Inflate(reach + 2, reach + 2);
        return new SKRectI(Even(ink.Left), Even(ink.Top), Even(ink.Right) + 2, Even(ink.Bottom) + 2);
    }

    private static int Even(float value) => 2 * (int)Math.Floor(value / 2);

    private AnimationFrame Frame(IReadOnlyList<EmojiPose> poses, SKRectI place, SKRectI all, TimeSpan length)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(place.Width, place.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Translate(-place.Left, -place.Top);
            foreach (var pose in poses)
            {
                Draw(pose, canvas);
            }
        }

        return new AnimationFrame(PngChunks.Encode(bitmap), new SKPointI(place.Left - all.Left, place.Top - all.Top), length);
    }

    private void Draw(EmojiPose pose, SKCanvas canvas)
    {
        var emoji = pose.Emoji;
        using var paint = new SKPaint();
        paint.ImageFilter = Shadow();
        paint.Color = SKColors.Black.WithAlpha((byte)Math.Round(255 * pose.Opacity));
        canvas.SaveLayer(paint);
        var toPlace = pose.ToPlace;
        canvas.Concat(in toPlace);
        canvas.Translate((float)(emoji.X - (emoji.Width / 2)), (float)emoji.Baseline);
        canvas.Scale((float)emoji.FontScale);
        font.Draw(canvas, emoji.Text.Runs[0].Text);
        canvas.Restore();
    }

    /// <summary>The shadow of the words, so that both lie in one light.</summary>
    private SKImageFilter? Shadow()
    {
        var shadow = scene.Template.Shadow;
        if (!shadow.IsVisible)
        {
            return null;
        }

        var softness = (float)shadow.Blur / 2;
        var color = new SKColor(shadow.Color.Red, shadow.Color.Green, shadow.Color.Blue, shadow.Color.Alpha);
        return SKImageFilter.CreateDropShadow((float)shadow.X, (float)shadow.Y, softness, softness, color);
    }
}
