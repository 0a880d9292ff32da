namespace ShortsFactory.Templates;

/// <summary>How a group of words goes where no other one follows at once, and how long that takes.</summary>
internal sealed record Exit
{
    public required ExitKind Kind { get; init; }

    public required TimeSpan Duration { get; init; }
}
