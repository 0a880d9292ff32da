using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Conversions;

/// <summary>How files are converted. Configuration section <c>Conversions</c>.</summary>
public sealed class ConversionOptions
{
    /// <summary>How long a picture is shown that becomes a video, 0.1 s to 10 min; 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan PictureDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest video or animation that becomes a gif, 1 s to 1 h; 1 min by default, for a gif grows to many times a video's size.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan GifLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a conversion waits for another run that writes the same file; 10 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan OutputWaitLimit { get; set; } = TimeSpan.FromMinutes(10);
}
