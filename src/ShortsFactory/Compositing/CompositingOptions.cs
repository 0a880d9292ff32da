using System.ComponentModel.DataAnnotations;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Compositing;

/// <summary>How videos look and are encoded. Configuration section <c>Compositing</c>.</summary>
public sealed class CompositingOptions
{
    /// <summary>
    /// The background of scenes for which the script names none: the path of a video, picture or folder,
    /// <c>color:#112233</c>, or <c>generated:NAME</c>; <c>generated:aurora</c> by default.
    /// </summary>
    [Required]
    public string Background { get; set; } = "generated:aurora";

    /// <summary>How long one scene's background fades into the next; zero cuts; 0.3 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan CrossFade { get; set; } = TimeSpan.FromSeconds(0.3);

    /// <summary>Size and rate of the pictures where neither request nor script says so; <c>1080x1920@30</c> by default.</summary>
    [CustomValidation(typeof(CompositingOptions), nameof(CheckFormat))]
    public string Format { get; set; } = PictureFormat.Standard.ToString();

    /// <summary>
    /// ffmpeg's encoder of the pictures: <c>libx264</c> (H.264, the default), <c>libx265</c> (HEVC), <c>libsvtav1</c> (AV1), one of a device such as
    /// <c>h264_nvenc</c>, or <c>auto</c>: the first device that makes H.264. One that does not work is replaced, with a warning.
    /// </summary>
    [CustomValidation(typeof(CompositingOptions), nameof(CheckEncoder))]
    public string Encoder { get; set; } = VideoEncoders.Default.Name;

    /// <summary>How much time goes into a picture: <c>draft</c>, <c>standard</c> (the default) or <c>high</c>.</summary>
    [EnumDataType(typeof(EncodingQuality))]
    public EncodingQuality Quality { get; set; } = EncodingQuality.Standard;

    /// <summary>The preset of x264 or x265, from <c>ultrafast</c> to <c>veryslow</c>; empty (the default) leaves it to <see cref="Quality"/>.</summary>
    [AllowedValues("", "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow")]
    public string Preset { get; set; } = "";

    /// <summary>The x264 quality, 1 to 40; lower is better and larger. Empty (the default) leaves it to <see cref="Quality"/>.</summary>
    [Range(1, 40)]
    public int? Crf { get; set; }

    /// <summary>The highest bit rate of the pictures in bits per second, evened out by a buffer of a second; 10,000,000 by default.</summary>
    [Range(1_000_000, 50_000_000)]
    public int MaxBitrate { get; set; } = 10_000_000;

    /// <summary>The bit rate of the sound in bits per second; 192,000 by default.</summary>
    [Range(96_000, 320_000)]
    public int AudioBitrate { get; set; } = 192_000;

    /// <summary>Says what is wrong with a format, which is to be written out with its rate.</summary>
    public static ValidationResult? CheckFormat(string format) => PictureFormat.Names.Contains(format, StringComparer.Ordinal)
        ? ValidationResult.Success
        : new ValidationResult($"'{format}' is no format that is known here: {string.Join(", ", PictureFormat.Names)} are.");

    /// <summary>Says what is wrong with the name of an encoder.</summary>
    public static ValidationResult? CheckEncoder(string encoder) =>
        string.Equals(encoder, VideoEncoders.Auto, StringComparison.OrdinalIgnoreCase)
            || VideoEncoders.All.Any(known => string.Equals(known.Name, encoder, StringComparison.OrdinalIgnoreCase))
            ? ValidationResult.Success
            : new ValidationResult(
                $"'{encoder}' is no encoder that is known here: {VideoEncoders.Auto}, {string.Join(", ", VideoEncoders.All.Select(known => known.Name))} are.");
}
