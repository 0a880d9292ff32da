using System.Text.Json;
using ShortsFactory.Caching;

namespace ShortsFactory.Audio.Mixing;

/// <summary>What a mix depends on: the narration's track, every other sound, and how they are put together.</summary>
internal static class MixKey
{
    private const int Version = 1;

    public static CacheKey For(string ffmpegVersion, Soundtrack narration, Accompaniment accompaniment, IEnumerable<long> cueFrames, bool isRecorded, AudioOptions options)
    {
        var key = CacheKey.For("mix", Version)
            .With("ffmpeg", ffmpegVersion)
            .WithFile("narration", narration.MasterPath)
            .WithEach("sentence", narration.Sentences.Select(span => $"{span.StartSample} {span.EndSample}"))
            .With("recorded", isRecorded ? "yes" : "no")
            .With<double>("loudness", options.TargetLufs)
            .With<double>("true peak", options.TruePeakCeilingDbtp);
        if (accompaniment is { Music: { } music, Settings: { } settings })
        {
            key = key
                .With("music", Content(music))
                .With("settings", JsonSerializer.Serialize(settings with { File = "", Credit = null }, AudioJson.Default.MusicSettings))
                .With<double>("under speech", options.MusicUnderSpeech)
                .With<double>("in pauses", options.MusicInPauses)
                .With<TimeSpan>("fade in", options.MusicFadeIn)
                .With<TimeSpan>("fade out", options.MusicFadeOut);
        }

        foreach (var (cue, frame) in accompaniment.Cues.Zip(cueFrames))
        {
            key = key.With("effect", Content(cue.Sound)).With<double>("volume", cue.Volume).With<long>("at", frame);
        }

        return key;
    }

    private static string Content(SoundChoice sound) => sound.Path is { } path ? Fingerprint.OfLongFile(path) : sound.Name;
}
