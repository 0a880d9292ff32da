using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Conversions;

/// <summary>What results look and sound like; what is not set stays as it is in the source.</summary>
internal sealed record Look
{
    /// <summary>Size and rate that pictures are brought to, filling them; <see langword="null"/> keeps the source's shape.</summary>
    public PictureFormat? Frame { get; init; }

    /// <summary>How a picture of another shape fills <see cref="Frame"/>.</summary>
    public Fill Fill { get; init; }

    /// <summary>The shorter side of a video at most, in pixels.</summary>
    public int VideoSide { get; init; } = 2160;

    /// <summary>The longer side of a picture at most, in pixels; <see langword="null"/> for any.</summary>
    public int? PictureSide { get; init; }

    /// <summary>Frames per second of a video at most; <see langword="null"/> for any.</summary>
    public int? RateLimit { get; init; }

    /// <summary>How much time goes into a video's picture.</summary>
    public EncodingQuality Quality { get; init; } = EncodingQuality.High;

    /// <summary>The x264 quality; <see langword="null"/> leaves it to <see cref="Quality"/>.</summary>
    public int? Crf { get; init; }

    /// <summary>Bits per second of an mp4's pictures at most.</summary>
    public int MaxBitrate { get; init; } = 40_000_000;

    /// <summary>Bits per second of the sound, where the format has a rate to choose.</summary>
    public int SoundBitrate { get; init; } = 192_000;

    /// <summary>The quality of jpg and webp pictures, 1 to 100.</summary>
    public int PictureQuality { get; init; } = 90;

    /// <summary>Whether sound becomes one channel of narration, brought to the delivered loudness.</summary>
    public bool IsVoice { get; init; }

    /// <summary>The moment of a video that becomes a picture; <see langword="null"/> for the most typical one of its first seconds.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>How long a picture is shown that becomes a video.</summary>
    public TimeSpan PictureDuration { get; init; } = TimeSpan.FromSeconds(5);
}
