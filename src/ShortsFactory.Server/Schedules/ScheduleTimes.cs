using System.Text.Json.Serialization;

namespace ShortsFactory.Server.Schedules;

/// <summary>When a schedule runs, as its user wrote it.</summary>
internal sealed record ScheduleTimes
{
    /// <summary>A cron expression: five fields as crontab has them, six or seven as Quartz has them, or a name such as <c>@daily</c>.</summary>
    public required string Cron { get; init; }

    /// <summary>The IANA name of the time zone whose clocks it is told by; that of this machine by default.</summary>
    public string TimeZone { get; init; } = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : TimeZoneInfo.Utc.Id;

    /// <summary>No run is planned before; <see langword="null"/> for no beginning.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>No run is planned, or started, after; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>When nothing is started; see <see cref="BlackoutText"/>.</summary>
    public IReadOnlyList<string> Blackouts { get; init; } = [];

    /// <summary>What becomes of runs within a blackout.</summary>
    public BlackoutPolicy Blackout { get; init; }

    /// <summary>By how much runs are put off at most, each by another time; 0 to 24 hours, 0 by default.</summary>
    [JsonPropertyName("jitterSeconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Jitter { get; init; }

    /// <summary>What becomes of runs that were missed.</summary>
    public MissedRunPolicy Missed { get; init; }
}
