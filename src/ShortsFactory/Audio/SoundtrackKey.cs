using System.Text.Json;
using ShortsFactory.Caching;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;

namespace ShortsFactory.Audio;

/// <summary>What the track depends on: every sentence's wave, how the script spaces them, and all options.</summary>
internal static class SoundtrackKey
{
    private const int Version = 2;

    /// <summary>The key of a recording's track.</summary>
    public static CacheKey For(Recording recording, RecordedSpeech speech, AudioOptions options, TimeSpan outro) =>
        CacheKey.For("recorded-soundtrack", Version)
            .With("options", JsonSerializer.Serialize(options, AudioJson.Default.AudioOptions))
            .WithFile("recording", recording.MasterPath)
            .With<TimeSpan>("outro", outro)
            .With("speech", $"{speech.StartSample} {speech.EndSample}")
            .WithEach("sentence", speech.Sentences.Select(span => $"{span.StartSample} {span.EndSample}"));

    public static CacheKey For(Script script, Narration narration, AudioOptions options)
    {
        var key = CacheKey.For("soundtrack", Version).With("options", JsonSerializer.Serialize(options, AudioJson.Default.AudioOptions)).With<TimeSpan>("outro", script.Outro);
        foreach (var (number, scene) in script.Scenes.Index())
        {
            key = scene.Sentences.Aggregate(key.With<int>("scene", number), (scenes, sentence) => scenes
                .WithFile("wave", narration.Sentences[sentence.Index].WavePath)
                .With("ends", sentence.EndsParagraph ? "paragraph" : "sentence")
                .With("pause", sentence.PauseAfter));
        }

        return key;
    }
}
