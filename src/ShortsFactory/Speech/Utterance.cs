namespace ShortsFactory.Speech;

/// <summary>One text to be spoken into one wave file.</summary>
public sealed record Utterance
{
    /// <summary>The text, as the voice gets it.</summary>
    public required string Text { get; init; }

    /// <summary>The voice's name within its engine.</summary>
    public required string Voice { get; init; }

    /// <summary>Absolute path of the wave file to write.</summary>
    public required string WavePath { get; init; }

    /// <summary>Speed in words per minute, 80 to 450; <see langword="null"/> for the voice's own.</summary>
    public int? Rate { get; init; }

    /// <summary>Pitch, 0 to 99; <see langword="null"/> for the voice's own.</summary>
    public int? Pitch { get; init; }
}
