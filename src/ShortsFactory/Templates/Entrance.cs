namespace ShortsFactory.Templates;

/// <summary>How a group of words comes in, and how long that takes.</summary>
internal sealed record Entrance
{
    public required EntranceKind Kind { get; init; }

    public required TimeSpan Duration { get; init; }
}
