namespace ShortsFactory.Recognition;

/// <summary>Where a word's time comes from.</summary>
public enum WordTiming
{
    /// <summary>Heard by the recogniser.</summary>
    Recognized,

    /// <summary>Placed between its recognised neighbours, inside its sentence.</summary>
    Interpolated,
}
