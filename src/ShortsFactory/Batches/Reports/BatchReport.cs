using System.Text.Json.Serialization;

namespace ShortsFactory.Batches.Reports;

/// <summary>A batch as its report tells it.</summary>
internal sealed record BatchReport
{
    /// <summary>How the batch ended; <c>working</c> in a report that was not written to its end: the batch goes on, or was cut off.</summary>
    public required BatchOutcome Outcome { get; init; }

    /// <summary>When the batch began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When the report was written.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>How long the batch had been at work by then, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many shorts were at work at once, at most.</summary>
    public required int Jobs { get; init; }

    /// <summary>Absolute path of the folder of the videos.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>What goes on with it where it is not done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResumeCommand { get; init; }

    /// <summary>How many shorts were made.</summary>
    public int Made => Count(BatchShortState.Made);

    /// <summary>How many were there already.</summary>
    public int Unchanged => Count(BatchShortState.Unchanged);

    /// <summary>How many could not be made.</summary>
    public int Failed => Count(BatchShortState.Failed);

    /// <summary>How many were stopped with the batch, or have not been begun.</summary>
    public int Open => Shorts.Count - Made - Unchanged - Failed;

    /// <summary>The length of all videos that are there, in seconds.</summary>
    public double DurationSeconds => Math.Round(Shorts.Sum(made => made.DurationSeconds ?? 0), 3);

    /// <summary>The size of all videos that are there, in bytes.</summary>
    public long Bytes => Shorts.Sum(made => made.Bytes ?? 0);

    /// <summary>The shorts in order.</summary>
    public required IReadOnlyList<BatchShort> Shorts { get; init; }

    public static BatchReport Of(BatchStatus status, BatchSettings settings, string outputDirectory) => new()
    {
        Outcome = status.Outcome,
        Started = status.Started,
        Written = status.Now,
        Seconds = Math.Round(status.Elapsed.TotalSeconds, 3),
        Jobs = settings.Jobs,
        OutputDirectory = outputDirectory,
        ResumeCommand = settings.ResumeCommand,
        Shorts = status.Shorts,
    };

    public int Count(BatchShortState state) => Shorts.Count(made => made.State == state);
}
