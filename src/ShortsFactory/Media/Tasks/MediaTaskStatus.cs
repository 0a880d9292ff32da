namespace ShortsFactory.Media.Tasks;

/// <summary>What is known of a task at one moment; all that is kept of it when it has ended.</summary>
public sealed record MediaTaskStatus
{
    /// <summary>Identifies the task in its process.</summary>
    public required int Id { get; init; }

    /// <summary>What the task does.</summary>
    public required MediaTaskKind Kind { get; init; }

    /// <summary>The task's name for people, as whoever submitted it chose it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the task is in its life.</summary>
    public MediaTaskState State { get; init; }

    /// <summary>What is being done, in a few words; empty if the name says it all.</summary>
    public string Step { get; init; } = "";

    /// <summary>How much is done: bytes for a download, seconds of the result for a conversion.</summary>
    public double Done { get; init; }

    /// <summary>How much there is to do, in the same unit; <see langword="null"/> if nobody knows.</summary>
    public double? Total { get; init; }

    /// <summary>How much is done in a second, over about the last five; 0 until it is known.</summary>
    public double Speed { get; init; }

    /// <summary>What went wrong, in sentences for the user; <see langword="null"/> for every other end.</summary>
    public string? Failure { get; init; }

    /// <summary>How much is done, 0 to 1; <see langword="null"/> if nobody knows.</summary>
    public double? Fraction => State is MediaTaskState.Completed ? 1 : Total is > 0 ? Math.Clamp(Done / Total.Value, 0, 1) : null;

    /// <summary>How long the rest takes at this speed; <see langword="null"/> if nobody knows.</summary>
    public TimeSpan? TimeLeft => State is MediaTaskState.Running && Total is { } total && Speed > 0 && (total - Done) / Speed is var seconds && seconds < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(Math.Max(0, seconds))
        : null;

    /// <summary>Whether the task has ended, for whatever reason.</summary>
    public bool HasEnded => State is not (MediaTaskState.Queued or MediaTaskState.Running);
}
