namespace ShortsFactory.Captions;

/// <summary>The words that are on screen together.</summary>
public sealed record CaptionGroup
{
    /// <summary>When the group appears.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>When the group disappears.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>Lines of positions in <c>Transcript.Words</c>, top to bottom and left to right.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Lines { get; init; }
}
