using System.Text.Json.Serialization;
using ShortsFactory.Pipeline;
using ShortsFactory.Pipeline.Manifests;

namespace ShortsFactory.Batches;

/// <summary>A short of a batch as it stands: what the report says of it.</summary>
public sealed record BatchShort
{
    /// <summary>Its place in the batch, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its name: the video's path in the output folder, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>The script's title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it comes from: a script's path, or a table's path and line.</summary>
    public required string Source { get; init; }

    /// <summary>Absolute path of the video.</summary>
    public required string Output { get; init; }

    /// <summary>What has become of it.</summary>
    public BatchShortState State { get; init; }

    /// <summary>The stage that is being done; <see langword="null"/> unless it is being made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageName? Stage { get; init; }

    /// <summary>How much of the whole short is done, 0 to 1, while it is being made.</summary>
    [JsonIgnore]
    public double Fraction { get; init; }

    /// <summary>How long it was at work, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The length of the video, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DurationSeconds { get; init; }

    /// <summary>The size of the video, in bytes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    /// <summary>How long each stage took.</summary>
    public IReadOnlyList<StageTiming> Stages { get; init; } = [];

    /// <summary>What the user was warned of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>What to do about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Advice { get; init; }

    /// <summary>How long the short will be, about; what the time left is reckoned by.</summary>
    [JsonIgnore]
    public TimeSpan Estimate { get; init; }

    /// <summary>Whether its video lies whole in the folder.</summary>
    [JsonIgnore]
    public bool IsThere => State is BatchShortState.Made or BatchShortState.Unchanged;

    /// <summary>Whether nothing more will become of it in this batch.</summary>
    [JsonIgnore]
    public bool IsDone => State is not (BatchShortState.Waiting or BatchShortState.Working);
}
