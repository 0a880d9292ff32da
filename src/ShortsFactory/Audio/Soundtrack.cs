using ShortsFactory.Scripts;

namespace ShortsFactory.Audio;

/// <summary>The narration as one clean track, with its music and effects, and a rendering of the narration alone with the same clock.</summary>
public sealed record Soundtrack
{
    /// <summary>Absolute path of the master: 48 kHz stereo, PCM 16 bit, loudness and true peak at their targets.</summary>
    public required string MasterPath { get; init; }

    /// <summary>Absolute path of the rendering for recognition: 16 kHz mono, PCM 16 bit.</summary>
    public required string RecognitionPath { get; init; }

    /// <summary>Length of the track.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Where each sentence lies, in script order; spans never overlap.</summary>
    public required IReadOnlyList<SentenceSpan> Sentences { get; init; }

    /// <summary>The first sentence that is heard of a scene; <see langword="null"/> if the user's recording leaves out all of it.</summary>
    internal SentenceSpan? FirstOf(Scene scene)
    {
        var (first, last) = (scene.Sentences[0].Index, scene.Sentences[^1].Index);
        return Sentences.Where(span => span.Sentence >= first && span.Sentence <= last && span.IsHeard).Select(span => (SentenceSpan?)span).FirstOrDefault();
    }

    /// <summary>Integrated loudness of the master in LUFS (ITU-R BS.1770-4).</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>True peak of the master in dBTP (ITU-R BS.1770-4, annex 2).</summary>
    public required double TruePeakDbtp { get; init; }

    /// <summary>The music of the master; <see langword="null"/> without any.</summary>
    public SoundtrackMusic? Music { get; init; }

    /// <summary>The names of the sounds that are heard when scenes begin, each once.</summary>
    public IReadOnlyList<string> TransitionSounds { get; init; } = [];
}
