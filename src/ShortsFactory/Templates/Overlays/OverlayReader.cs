namespace ShortsFactory.Templates.Overlays;

/// <summary>Reads what a template, or a script over it, says of overlays. The keys, their ranges and their defaults are all here.</summary>
internal static class OverlayReader
{
    public const string Hook = "hook";
    public const string Progress = "progress";
    public const string Watermark = "watermark";
    public const string EndCard = "end-card";

    private const double ShortestMilliseconds = 500;
    private const double LongestMilliseconds = 10_000;

    private static readonly RgbaColor Ink = new(0x10, 0x12, 0x18);
    private static readonly RgbaColor White = new(255, 255, 255);

    public static OverlayStyles Read(YamlMap root) => new()
    {
        Hook = ReadHook(root.Map(Hook)),
        Progress = ReadProgress(root.Map(Progress)),
        Watermark = ReadWatermark(root.Map(Watermark)),
        EndCard = ReadEndCard(root.Map(EndCard)),
    };

    private static HookStyle ReadHook(YamlMap map) => new()
    {
        Show = map.Choice("show", Switch.Off),
        Text = map.OptionalText("text"),
        Size = map.Number("size", 96, 24, 240),
        Color = map.Color("color", Ink),
        Box = map.Color("box", White),
        Duration = Milliseconds(map, 2500),
    };

    private static ProgressStyle ReadProgress(YamlMap map) => new()
    {
        Show = map.Choice("show", Switch.Off),
        Edge = map.Choice("edge", Edge.Bottom),
        Height = map.Number("height", 10, 2, 40),
        Color = map.Color("color", White),
        Track = map.Color("track", new RgbaColor(255, 255, 255, 64)),
    };

    private static WatermarkStyle ReadWatermark(YamlMap map) => new()
    {
        Show = map.Choice("show", Switch.Off),
        Text = map.OptionalText("text"),
        Image = map.OptionalFile("image"),
        Corner = map.Choice("corner", Corner.TopLeft),
        Size = map.Number("size", 44, 24, 120),
        Width = map.Number("width", 160, 24, 600),
        Opacity = map.Number("opacity", 75, 5, 100) / 100,
        Color = map.Color("color", White),
    };

    private static EndCardStyle ReadEndCard(YamlMap map) => new()
    {
        Show = map.Choice("show", Switch.Off),
        Text = map.OptionalText("text"),
        Logo = map.OptionalFile("logo"),
        LogoWidth = map.Number("logo-width", 360, 24, 900),
        Size = map.Number("size", 104, 24, 240),
        Color = map.Color("color", White),
        Dim = map.Color("dim", new RgbaColor(0, 0, 0, 128)),
        Duration = Milliseconds(map, 3000),
    };

    private static TimeSpan Milliseconds(YamlMap map, double otherwise) =>
        TimeSpan.FromMilliseconds(map.Number("duration", otherwise, ShortestMilliseconds, LongestMilliseconds));
}
