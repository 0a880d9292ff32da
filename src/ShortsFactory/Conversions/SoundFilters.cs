namespace ShortsFactory.Conversions;

/// <summary>Arguments for the sound of a result.</summary>
internal static class SoundFilters
{
    /// <summary>What is neither one nor two channels is mixed down to two.</summary>
    public const string Stereo = "aformat=channel_layouts=stereo|mono";

    /// <summary>The first sound of a source, alone.</summary>
    public static IReadOnlyList<string> Alone { get; } = ["-map", "0:a:0", "-vn", "-map_metadata", "-1", "-map_chapters", "-1"];
}
