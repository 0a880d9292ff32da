using System.ComponentModel.DataAnnotations;

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
    [AllowedValues("1080x1920@30", "720x1280@30", "1080x1080@30", "1920x1080@30", "1080x1920@60", "720x1280@60", "1080x1080@60", "1920x1080@60")]
    public string Format { get; set; } = "1080x1920@30";

    /// <summary>
    /// The x264 preset; <c>superfast</c> by default: measured on this product's pictures, twice as fast as <c>veryfast</c>
    /// at the same likeness, and it keeps the dither that hides bands in soft gradients.
    /// </summary>
    [AllowedValues("superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow")]
    public string Preset { get; set; } = "superfast";

    /// <summary>The x264 quality, 1 to 40; lower is better and larger; 21 by default.</summary>
    [Range(1, 40)]
    public int Crf { get; set; } = 21;

    /// <summary>The highest bit rate of the pictures in bits per second, averaged over two seconds; 10,000,000 by default.</summary>
    [Range(1_000_000, 50_000_000)]
    public int MaxBitrate { get; set; } = 10_000_000;

    /// <summary>The bit rate of the sound in bits per second; 192,000 by default.</summary>
    [Range(96_000, 320_000)]
    public int AudioBitrate { get; set; } = 192_000;
}
