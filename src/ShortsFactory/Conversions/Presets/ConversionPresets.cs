using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Conversions.Targets;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Conversions.Presets;

/// <summary>The presets that there are.</summary>
internal static class ConversionPresets
{
    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        new(
            "shorts",
            "footage in the shape of a short: 1080x1920, 30 frames a second, BT.709",
            new Look { Frame = PictureFormat.Standard, MaxBitrate = 10_000_000 },
            [TargetKind.Video, TargetKind.Picture],
            "mp4"),
        new(
            "web",
            "small files for messages and pages: videos of at most 720 lines and 30 frames a second, pictures of at most 2048 pixels",
            new Look { VideoSide = 720, PictureSide = 2048, RateLimit = 30, Quality = EncodingQuality.Standard, Crf = 26, MaxBitrate = 4_000_000, SoundBitrate = 128_000, PictureQuality = 80 },
            [TargetKind.Video, TargetKind.Sound, TargetKind.Picture],
            DefaultTarget: null),
        new(
            "voice",
            "a recording as narration: one channel, 48 kHz, at the loudness of finished shorts",
            new Look { IsVoice = true },
            [TargetKind.Sound],
            "wav"),
    ];

    /// <exception cref="InvalidInputException">There is no such preset.</exception>
    public static Preset Get(string name) => All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidInputException($"'{name}' is no preset.{Suggestion.For(name, Names)}") { Advice = $"There are: {string.Join(", ", Names)}." };

    private static IEnumerable<string> Names => All.Select(preset => preset.Name);
}
