namespace ShortsFactory.Resources;

/// <summary>A child process to run, described apart from running it.</summary>
public sealed record ProcessCommand
{
    /// <summary>The program: a name that is looked up on the PATH and nowhere else, or a path.</summary>
    public required string FileName { get; init; }

    /// <summary>The arguments, one entry each; no shell is involved, so nothing needs quoting.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The working directory; <see langword="null"/> (the default) means this process's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Text for standard input; <see langword="null"/> (the default) gives an empty one.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Variables of the environment, besides those that every child inherits; none by default.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The memory that it may write to, in bytes; <see langword="null"/> (the default) leaves it to <see cref="ResourceOptions.ChildMemoryLimit"/>.
    /// The smaller of both counts, where the system can keep it (Linux).
    /// </summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether lines are sent to standard input while the process runs, with <see cref="ChildProcess.WriteLineAsync"/>.</summary>
    public bool Interactive { get; init; }

    /// <summary>How long the process may run; 10 minutes by default, <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the process may write nothing at all; <see langword="null"/> (the default) means as long as it likes.</summary>
    public TimeSpan? StallLimit { get; init; }

    /// <summary>
    /// Takes each line of standard output that is not empty, ended by a line feed or a carriage return, cut at 1 Mi characters;
    /// without it the output is collected into <see cref="ProcessResult.StandardOutput"/>. What it throws stops the process,
    /// and is what the run ends with.
    /// </summary>
    public Action<string>? OnOutputLine { get; init; }

    /// <summary>
    /// Tells of a line of standard output whether work went on; <see langword="null"/> (the default) takes every byte, on
    /// either stream, for a sign of life. For programs that report without getting anywhere.
    /// </summary>
    public Func<string, bool>? IsSignOfLife { get; init; }

    /// <summary>Takes each line of standard error in the same way, besides the tail that is kept for error messages.</summary>
    public Action<string>? OnErrorLine { get; init; }

    /// <summary>Exit codes that count as success; 0 alone by default.</summary>
    public IReadOnlyList<int> SuccessExitCodes { get; init; } = [0];

    /// <summary>The program's name without its folder, for messages.</summary>
    public string Tool => Path.GetFileName(FileName);
}
