using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Pipeline;

/// <summary>What a short may be. Configuration section <c>Pipeline</c>.</summary>
public sealed class PipelineOptions
{
    /// <summary>The length above which the platforms take no short any more, so that a warning is due; 180 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "1.00:00:00")]
    public TimeSpan PlatformLimit { get; set; } = TimeSpan.FromSeconds(180);

    /// <summary>The length above which a recording is refused, and a script by its estimate; 60 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "1.00:00:00")]
    public TimeSpan LengthLimit { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a run waits for another one that writes the same output; 10 minutes by default, 0 to not wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan OutputWaitLimit { get; set; } = TimeSpan.FromMinutes(10);
}
