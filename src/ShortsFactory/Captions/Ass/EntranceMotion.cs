using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions.Ass;

/// <summary>How a group comes in, for events that begin with it or while it is still coming in.</summary>
internal sealed class EntranceMotion(CaptionTemplate template)
{
    private const double PopFrom = 0.86;

    private readonly TimeSpan _duration = template.Entrance.Kind is EntranceKind.None ? TimeSpan.Zero : template.Entrance.Duration;

    /// <summary>The size of everything in the group since its appearance.</summary>
    public ScaleCurve Scale { get; } = template.Entrance is { Kind: EntranceKind.Pop, Duration.Ticks: > 0 }
        ? new ScaleCurve((TimeSpan.Zero, PopFrom), (template.Entrance.Duration, 1))
        : new ScaleCurve((TimeSpan.Zero, 1));

    /// <summary>Override tags that bring something to its place.</summary>
    /// <param name="x">The horizontal place.</param>
    /// <param name="y">The vertical place.</param>
    /// <param name="group">What the group covers; it grows around its middle.</param>
    /// <param name="elapsed">Time since the group has appeared.</param>
    public string Tags(double x, double y, SKRect group, TimeSpan elapsed)
    {
        if (elapsed >= _duration)
        {
            return $@"\pos({Point(x, y)})";
        }

        var rest = AssFormat.Milliseconds(_duration - elapsed);
        var toGo = 1 - (elapsed / _duration);
        var fade = $@"\fade({Math.Round(byte.MaxValue * toGo)},0,0,0,{rest},{rest},{rest})";
        var scale = Scale.At(elapsed);
        return template.Entrance.Kind switch
        {
            EntranceKind.Fade => $@"\pos({Point(x, y)}){fade}",
            EntranceKind.Rise => $@"\move({Point(x, y + (toGo * template.RiseDistance))},{Point(x, y)},0,{rest}){fade}",
            _ => $@"\move({Point(double.Lerp(group.MidX, x, scale), double.Lerp(group.MidY, y, scale))},{Point(x, y)},0,{rest})",
        };
    }

    private static string Point(double x, double y) => $"{AssFormat.Number(x)},{AssFormat.Number(y)}";
}
