namespace ShortsFactory.Captions.Ass;

/// <summary>One 'Dialogue' line: something that is drawn from one moment to another.</summary>
internal sealed record AssEvent
{
    /// <summary>Higher layers cover lower ones.</summary>
    public required int Layer { get; init; }

    public required TimeSpan Start { get; init; }

    public required TimeSpan End { get; init; }

    public required AssStyle Style { get; init; }

    /// <summary>Override tags and escaped text.</summary>
    public required string Text { get; init; }
}
