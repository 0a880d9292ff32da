namespace ShortsFactory.Captions.Ass;

/// <summary>Draws a rectangle with round corners as an ASS vector drawing from its upper left corner.</summary>
internal static class RoundedBox
{
    /// <summary>Where the control points of a cubic curve lie that looks like a quarter of a circle, as a share of the radius.</summary>
    private const double CircleControl = 0.5523;

    public static string Draw(double width, double height, double radius)
    {
        var corner = Math.Min(radius, Math.Min(width, height) / 2);
        var control = corner * (1 - CircleControl);
        return string.Join(
            ' ',
            "m", Point(corner, 0),
            "l", Point(width - corner, 0),
            "b", Point(width - control, 0), Point(width, control), Point(width, corner),
            "l", Point(width, height - corner),
            "b", Point(width, height - control), Point(width - control, height), Point(width - corner, height),
            "l", Point(corner, height),
            "b", Point(control, height), Point(0, height - control), Point(0, height - corner),
            "l", Point(0, corner),
            "b", Point(0, control), Point(control, 0), Point(corner, 0));
    }

    private static string Point(double x, double y) => $"{AssFormat.Number(x)} {AssFormat.Number(y)}";
}
