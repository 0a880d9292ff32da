namespace ShortsFactory.Resources;

/// <summary>How a child process ended.</summary>
public sealed record ProcessResult
{
    /// <summary>The exit code.</summary>
    public required int ExitCode { get; init; }

    /// <summary>From start to end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>
    /// What it wrote to standard output, without empty lines: the first 16 Mi characters. Empty if
    /// <see cref="ProcessCommand.OnOutputLine"/> took the lines.
    /// </summary>
    public required string StandardOutput { get; init; }

    /// <summary>What it wrote to standard error: the last lines, at most 4 Ki characters.</summary>
    public required string StandardErrorTail { get; init; }
}
