using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Motions;

namespace ShortsFactory.Captions.Effects;

/// <summary>
/// The box behind the word that is being spoken. It is equally high for all words of a line, and glides from word to word
/// where one follows the other.
/// </summary>
internal sealed class Highlight(CaptionScene scene) : ICaptionEffect
{
    public IEnumerable<AssEvent> Draw(PlacedGroup placed)
    {
        foreach (var line in placed.Lines)
        {
            PlacedWord? last = null;
            foreach (var word in line)
            {
                foreach (var drawn in Behind(word, last, placed))
                {
                    yield return drawn;
                }

                last = word;
            }
        }
    }

    private IEnumerable<AssEvent> Behind(PlacedWord word, PlacedWord? last, PlacedGroup placed)
    {
        var style = scene.Template.Highlight;
        var (start, end) = scene.Clock.Light(placed.Group, word.Word);
        var (width, height) = Size(word);
        var glides = last is not null && style.Glide > TimeSpan.Zero && scene.Clock.Light(placed.Group, last.Word).End == start;
        var glide = style.Glide < end - start ? style.Glide : end - start;
        var begin = start - placed.Group.Start;
        var motion = scene.Travel(placed, word);
        return new Sprite
        {
            Group = placed,
            Layer = AssLayer.Mark,
            Style = AssStyle.Mark,
            Word = word.Word,
            Start = start,
            End = end,
            Place = (word.X, word.Baseline - (word.FontScale * scene.CapHeight / 2)),
            Motion = glides ? motion.With(new Motion { X = new Curve((begin, last!.X - word.X), (begin + glide, 0)) }) : motion,
            Opacity = scene.Opacity(placed, word.Word),
            Tags = elapsed => $@"{(glides ? Widen(Size(last!).Width / width, elapsed, glide) : "")}\p1",
            Text = RoundedBox.Draw(width, height, style.Radius),
        }.Events();
    }

    private (double Width, double Height) Size(PlacedWord word)
    {
        var style = scene.Template.Highlight;
        return (word.Width + (2 * style.PaddingX), (word.FontScale * scene.CapHeight) + (2 * style.PaddingY));
    }

    /// <summary>From the width of the box behind the word before to the own one.</summary>
    private static string Widen(double from, TimeSpan elapsed, TimeSpan glide) => elapsed >= glide
        ? ""
        : $@"\fscx{AssFormat.Number(100 * double.Lerp(from, 1, elapsed / glide))}\t(0,{AssFormat.Milliseconds(glide - elapsed)},\fscx100)";
}
