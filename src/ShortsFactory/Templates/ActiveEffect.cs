namespace ShortsFactory.Templates;

/// <summary>What happens to the word that is being spoken, besides its colour.</summary>
internal sealed record ActiveEffect
{
    /// <summary>Size while the word is spoken, as a factor; 1 leaves it as it is.</summary>
    public required double Scale { get; init; }

    /// <summary>Size at the peak of the pop, as a factor.</summary>
    public required double Overshoot { get; init; }

    /// <summary>How high the word jumps, in pixels.</summary>
    public required double Jump { get; init; }

    /// <summary>From the word's start until it has settled at <see cref="Scale"/> and has landed.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long the colour takes to change; zero snaps.</summary>
    public required TimeSpan Fade { get; init; }

    public required ActiveFill Fill { get; init; }
}
