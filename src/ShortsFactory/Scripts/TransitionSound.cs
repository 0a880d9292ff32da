namespace ShortsFactory.Scripts;

/// <summary>The sound that is heard when a scene begins.</summary>
public sealed record TransitionSound
{
    /// <summary>A path from the script on, <c>generated:NAME</c>, or <c>none</c>.</summary>
    public required string File { get; init; }

    /// <summary>How much louder than usual it is, in dB, -30 to 12.</summary>
    public double Volume { get; init; }
}
