namespace ShortsFactory.Scripts.Formats;

/// <summary>The settings of the picture, and which of them may be groups of values: those are kept as text in braces, to be read by whom they concern.</summary>
internal static class PictureFields
{
    public const string Background = "background";
    public const string Format = "format";
    public const string Seed = "seed";
    public const string Cover = "cover";

    /// <summary>What is laid over the picture besides captions.</summary>
    public static readonly IReadOnlyList<string> Overlays = ["hook", "progress", "watermark", "end-card"];

    /// <summary>All but the background, as a user writes them.</summary>
    public static readonly IReadOnlyList<string> Names = [Format, Seed, Cover, .. Overlays];

    /// <summary>Whether a setting may be a group of values.</summary>
    public static bool MayBeGroup(string name) => name is Background or Cover || Overlays.Contains(name, StringComparer.Ordinal);
}
