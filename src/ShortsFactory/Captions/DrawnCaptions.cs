namespace ShortsFactory.Captions;

/// <summary>What is kept of captions besides their files.</summary>
internal sealed record DrawnCaptions
{
    /// <summary>The groups in order.</summary>
    public required IReadOnlyList<CaptionGroup> Groups { get; init; }

    /// <summary>The names of the font files that are in use.</summary>
    public required IReadOnlyList<string> Fonts { get; init; }

    /// <summary>Characters that no font has.</summary>
    public required IReadOnlyList<string> MissingCharacters { get; init; }
}
