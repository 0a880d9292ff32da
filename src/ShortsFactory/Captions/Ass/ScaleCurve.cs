using System.Text;

namespace ShortsFactory.Captions.Ass;

/// <summary>A size over time: straight lines between points, constant before the first and after the last.</summary>
internal sealed class ScaleCurve(params (TimeSpan Time, double Scale)[] points)
{
    public double At(TimeSpan time)
    {
        var next = Array.FindIndex(points, point => point.Time > time);
        if (next <= 0)
        {
            return next < 0 ? points[^1].Scale : points[0].Scale;
        }

        var (from, to) = (points[next - 1], points[next]);
        return double.Lerp(from.Scale, to.Scale, (time - from.Time) / (to.Time - from.Time));
    }

    /// <summary>The product with another curve, exact at the points of both.</summary>
    public ScaleCurve Times(ScaleCurve other) =>
        new([.. Times().Union(other.Times()).Order().Select(time => (time, At(time) * other.At(time)))]);

    /// <summary>The same curve on a clock that starts later; what lies before is cut off.</summary>
    public ScaleCurve From(TimeSpan start) =>
        new([(TimeSpan.Zero, At(start)), .. points.Where(point => point.Time > start).Select(point => (point.Time - start, point.Scale))]);

    /// <summary>Override tags that play the curve from time zero on.</summary>
    public string Tags()
    {
        var tags = new StringBuilder();
        var last = (Time: TimeSpan.Zero, Size: Percent(At(TimeSpan.Zero)));
        if (!string.Equals(last.Size, "100", StringComparison.Ordinal))
        {
            tags.Append(Size(last.Size));
        }

        foreach (var (time, scale) in points.Where(point => point.Time > TimeSpan.Zero))
        {
            var size = Percent(scale);
            if (!string.Equals(size, last.Size, StringComparison.Ordinal))
            {
                tags.Append($@"\t({AssFormat.Milliseconds(last.Time)},{AssFormat.Milliseconds(time)},{Size(size)})");
            }

            last = (time, size);
        }

        return tags.ToString();
    }

    private IEnumerable<TimeSpan> Times() => points.Select(point => point.Time);

    private static string Percent(double scale) => AssFormat.Number(scale * 100);

    private static string Size(string percent) => $@"\fscx{percent}\fscy{percent}";
}
