namespace ShortsFactory.Audio;

/// <summary>Where a sentence's speech lies on the master, exact to the sample.</summary>
/// <param name="Sentence">The sentence's position in the script, from 0.</param>
/// <param name="StartSample">First sample of the trimmed wave, at 48 kHz; a multiple of 3, so that it is whole at 16 kHz too.</param>
/// <param name="EndSample">One past the last sample of the trimmed wave, at 48 kHz; a multiple of 3.</param>
public readonly record struct SentenceSpan(int Sentence, long StartSample, long EndSample)
{
    /// <summary>The sample rate of the two offsets, in hertz.</summary>
    public const int SampleRate = 48_000;

    /// <summary>Whether it is heard at all: the user's recording may leave a sentence out.</summary>
    public bool IsHeard => EndSample > StartSample;

    /// <summary>Start on the track's clock.</summary>
    public TimeSpan Start => TimeSpan.FromTicks(StartSample * TimeSpan.TicksPerSecond / SampleRate);

    /// <summary>End on the track's clock.</summary>
    public TimeSpan End => TimeSpan.FromTicks(EndSample * TimeSpan.TicksPerSecond / SampleRate);
}
