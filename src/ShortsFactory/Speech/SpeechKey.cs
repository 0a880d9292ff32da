using ShortsFactory.Caching;

namespace ShortsFactory.Speech;

/// <summary>What the wave of a sentence depends on: the engine, and all that it is told.</summary>
internal static class SpeechKey
{
    private const int Version = 1;

    public static CacheKey For(ISpeechEngine engine, string engineVersion, Utterance utterance) =>
        CacheKey.For("speech", Version)
            .With("engine", engine.Name)
            .With("engine version", engineVersion)
            .With(engine.SpeakCommand(utterance with { WavePath = "speech.wav" }));
}
