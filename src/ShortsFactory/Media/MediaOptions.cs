using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Media;

/// <summary>Which ffmpeg is used, and how long it may take. Configuration section <c>Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>The ffmpeg program: a name that is looked up on the PATH, or a path; <c>ffmpeg</c> by default.</summary>
    [Required]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>The ffprobe program: a name that is looked up on the PATH, or a path; <c>ffprobe</c> by default.</summary>
    [Required]
    public string Ffprobe { get; set; } = "ffprobe";

    /// <summary>How long one conversion or encode may take; 2 hours by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long a conversion or encode may report no progress; 1 minute by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StallLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a look at one file may take; 1 minute by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ProbeTimeLimit { get; set; } = TimeSpan.FromMinutes(1);
}
