using System.Text.Json.Serialization;

namespace ShortsFactory.Resources;

/// <summary>What a run is doing, for people who look at it from outside.</summary>
public sealed record RunStatus
{
    /// <summary>The path of what is being worked on.</summary>
    public required string Script { get; init; }

    /// <summary>The path of what is being made.</summary>
    public required string Output { get; init; }

    /// <summary>The step that is being done.</summary>
    public required string Stage { get; init; }

    /// <summary>How much of the step is done, 0 to 100.</summary>
    public int Percent { get; init; }

    /// <summary>What is being made side by side, where the run makes several things; <see langword="null"/> where it makes one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunStatus>? Parts { get; init; }
}
