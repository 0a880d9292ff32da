namespace ShortsFactory.Captions.Motions;

/// <summary>A value over time: straight lines between points, constant before the first and after the last.</summary>
internal sealed class Curve(params (TimeSpan Time, double Value)[] points)
{
    /// <summary>When the curve bends, in order.</summary>
    public IEnumerable<TimeSpan> Times => points.Select(point => point.Time);

    public static Curve Constant(double value) => new((TimeSpan.Zero, value));

    public double At(TimeSpan time)
    {
        var next = Array.FindIndex(points, point => point.Time > time);
        if (next <= 0)
        {
            return next < 0 ? points[^1].Value : points[0].Value;
        }

        var (from, to) = (points[next - 1], points[next]);
        return double.Lerp(from.Value, to.Value, (time - from.Time) / (to.Time - from.Time));
    }

    /// <summary>The same curve on a clock on which it begins later.</summary>
    public Curve Delayed(TimeSpan by) => new([.. points.Select(point => (point.Time + by, point.Value))]);

    /// <summary>The curve whose values are made of this one's.</summary>
    public Curve Select(Func<double, double> value) => new([.. points.Select(point => (point.Time, value(point.Value)))]);

    /// <summary>The product with another curve, exact at the points of both.</summary>
    public Curve MultipliedBy(Curve other) => Combine(other, (one, two) => one * two);

    /// <summary>The sum with another curve.</summary>
    public Curve Plus(Curve other) => Combine(other, (one, two) => one + two);

    private Curve Combine(Curve other, Func<double, double, double> value) =>
        new([.. Times.Union(other.Times).Order().Select(time => (time, value(At(time), other.At(time))))]);
}
