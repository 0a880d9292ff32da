using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Media.Tasks;

/// <summary>How many downloads and conversions are at work at once, and how long one may take. Configuration section <c>MediaTasks</c>.</summary>
public sealed class MediaTaskOptions
{
    /// <summary>How many downloads are at work at once, 1 to 32; 3 by default.</summary>
    [Range(1, 32)]
    public int Downloads { get; set; } = 3;

    /// <summary>How many conversions are at work at once, 1 to 64; 2 by default, for each may use several processors.</summary>
    [Range(1, 64)]
    public int Conversions { get; set; } = 2;

    /// <summary>How long one download may take, not counting the wait for its turn; 1 hour by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DownloadTimeLimit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one conversion may take, not counting the wait for its turn; 2 hours by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ConversionTimeLimit { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long a task that has reported progress may then report none; 2 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StallLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Of how many tasks that have ended the last status is kept, 0 to 10000; 100 by default.</summary>
    [Range(0, 10_000)]
    public int History { get; set; } = 100;

    internal int Concurrency(MediaTaskKind kind) => kind is MediaTaskKind.Download ? Downloads : Conversions;

    internal TimeSpan TimeLimit(MediaTaskKind kind) => kind is MediaTaskKind.Download ? DownloadTimeLimit : ConversionTimeLimit;
}
