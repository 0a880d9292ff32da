namespace ShortsFactory;

/// <summary>Reads switches as people write them, whatever the case.</summary>
internal static class SwitchText
{
    /// <summary>Whether it is on or off, or <see langword="null"/> if the text is no switch.</summary>
    public static bool? TryParse(string text) => text.ToUpperInvariant() switch
    {
        "ON" or "YES" or "TRUE" => true,
        "OFF" or "NO" or "FALSE" => false,
        _ => null,
    };
}
