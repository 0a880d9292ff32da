namespace ShortsFactory.Captions.Ass;

/// <summary>Draws a slightly bent stroke that swells and ends thin, as an ASS vector drawing from its upper left corner.</summary>
internal static class BrushStroke
{
    public static string Draw(double width, double thickness) => string.Join(
        ' ',
        "m", Point(0, 0.72 * thickness),
        "b", Point(0.25 * width, 0.1 * thickness), Point(0.7 * width, 0), Point(width, 0.18 * thickness),
        "b", Point(width + (0.1 * thickness), 0.25 * thickness), Point(width, 0.42 * thickness), Point(width - (0.2 * thickness), 0.46 * thickness),
        "b", Point(0.7 * width, 0.5 * thickness), Point(0.3 * width, 0.7 * thickness), Point(0.06 * width, thickness),
        "b", Point(0, thickness), Point(-0.1 * thickness, 0.85 * thickness), Point(0, 0.72 * thickness));

    private static string Point(double x, double y) => $"{AssFormat.Number(x)} {AssFormat.Number(y)}";
}
