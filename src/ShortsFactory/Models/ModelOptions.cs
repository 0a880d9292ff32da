using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Models;

/// <summary>Where recognition models are installed, and how they get there. Configuration section <c>Models</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>Where models are installed; empty (the default) means <c>shortsfactory/models</c> in <c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>.</summary>
    public string Directory { get; set; } = "";

    /// <summary>How long a download may take in all; 1 hour by default. What has come by then is kept for the next try.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a server may send nothing before the download is taken up anew; 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StallLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often in a row a download may fail without having got any further, 1 to 100; 5 by default.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt, which doubles with each further one up to 30 s; 1 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest archive that is fetched, in bytes; 4 GiB by default.</summary>
    [Range(1, long.MaxValue)]
    public long ArchiveLimit { get; set; } = 4L << 30;

    /// <summary>The most that an archive may hold, in bytes; 8 GiB by default.</summary>
    [Range(1, long.MaxValue)]
    public long UnpackedLimit { get; set; } = 8L << 30;

    /// <summary>The directory in use.</summary>
    internal string ResolveDirectory()
    {
        if (Directory.Length > 0)
        {
            return Path.GetFullPath(Directory);
        }

        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data))
        {
            data = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        }

        return Path.Combine(data, "shortsfactory", "models");
    }
}
