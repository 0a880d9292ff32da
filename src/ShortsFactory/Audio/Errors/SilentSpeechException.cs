using ShortsFactory.Resources;

namespace ShortsFactory.Audio;

/// <summary>A sentence's wave holds silence only: the voice did not say it.</summary>
public sealed class SilentSpeechException : ShortsFactoryException
{
    internal SilentSpeechException(int sentence, int line, string text, string wavePath)
        : base($"The voice said nothing for sentence {sentence + 1} (line {line} of the script): \"{text}\".")
    {
        Sentence = sentence;
        WavePath = wavePath;
        Advice = "Word the sentence differently, or choose another voice.";
    }

    /// <summary>The sentence's position in the script, from 0.</summary>
    public int Sentence { get; }

    /// <summary>The silent wave.</summary>
    public string WavePath { get; }
}
