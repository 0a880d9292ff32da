using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Downloads;

/// <summary>What may be fetched from the net, and how patiently. Configuration section <c>Downloads</c>.</summary>
public sealed class DownloadOptions
{
    /// <summary>Whether addresses of this machine and of private networks may be fetched from; off by default.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>The largest file that is fetched, in bytes; 4 GiB by default.</summary>
    [Range(1, long.MaxValue)]
    public long SizeLimit { get; set; } = 4L << 30;

    /// <summary>How many bytes of the disk a download leaves free; 500 MB by default.</summary>
    [Range(0, long.MaxValue)]
    public long FreeDisk { get; set; } = 500_000_000;

    /// <summary>How long a server may send nothing before a download is taken up anew; 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StallLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often in a row a download may fail without having got any further, 1 to 100; 5 by default.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt, which doubles with each further one up to 30 s; 1 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many bytes of footage are kept for later runs, the least recently used going first; 10 GiB by default.</summary>
    [Range(0, long.MaxValue)]
    public long KeepLimit { get; set; } = 10L << 30;

    /// <summary>The yt-dlp program, which fetches the video of a page: a name that is looked up on the PATH, or a path; <c>yt-dlp</c> by default.</summary>
    [Required]
    public string YtDlp { get; set; } = "yt-dlp";

    /// <summary>Up to how many lines a page's video is wanted, counted on its shorter side, 144 to 4320; 1080 by default.</summary>
    [Range(144, 4_320)]
    public int PageResolution { get; set; } = 1_080;
}
