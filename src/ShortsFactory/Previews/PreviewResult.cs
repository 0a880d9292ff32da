using System.Text.Json.Serialization;

namespace ShortsFactory.Previews;

/// <summary>A picture of a short that is not made yet.</summary>
public sealed record PreviewResult
{
    /// <summary>Absolute path of the picture.</summary>
    public required string Path { get; init; }

    /// <summary>The moment that it shows.</summary>
    [JsonIgnore]
    public TimeSpan At { get; init; }

    /// <summary>How long the short will be.</summary>
    [JsonIgnore]
    public TimeSpan Duration { get; init; }

    /// <summary>The moment that it shows, in seconds.</summary>
    public double AtSeconds => Math.Round(At.TotalSeconds, 3);

    /// <summary>How long the short will be, in seconds.</summary>
    public double DurationSeconds => Math.Round(Duration.TotalSeconds, 3);

    /// <summary>The caption template.</summary>
    public required string Template { get; init; }

    /// <summary>What making it would warn of.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
