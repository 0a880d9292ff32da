using ShortsFactory.Batches;

namespace ShortsFactory.Cli.Display;

/// <summary>A line of <c>shorts batch --json</c>.</summary>
internal sealed record BatchEvent
{
    /// <summary><c>working</c>, <c>made</c>, <c>unchanged</c>, <c>failed</c>, <c>stopped</c>, <c>progress</c>, and last <c>end</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The short that it is about.</summary>
    public BatchShort? Short { get; init; }

    /// <summary>How the batch ended.</summary>
    public BatchOutcome? Outcome { get; init; }

    /// <summary>How many shorts have ended.</summary>
    public required int Done { get; init; }

    /// <summary>How many of these failed.</summary>
    public required int Failed { get; init; }

    /// <summary>How many there are.</summary>
    public required int Total { get; init; }

    /// <summary>How much of the work is done, 0 to 1.</summary>
    public required double Fraction { get; init; }

    /// <summary>How long the rest takes, about.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>The path of the report.</summary>
    public string? Report { get; init; }
}
