namespace ShortsFactory.Resources;

/// <summary>A child process was stopped because it ran, or was silent, for too long.</summary>
public sealed class ProcessTimedOutException(string tool, TimeSpan limit, bool stalled, string standardErrorTail)
    : ShortsFactoryException(
        stalled
            ? $"{tool} was stopped: it reported nothing for {limit.TotalSeconds:0.#} s."
            : $"{tool} was stopped: it ran for more than {limit.TotalSeconds:0.#} s.")
{
    /// <summary>The program's name.</summary>
    public string Tool { get; } = tool;

    /// <summary>The limit that was reached.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>Whether it was the limit on silence rather than the one on the whole run.</summary>
    public bool Stalled { get; } = stalled;

    /// <summary>The last lines that it wrote to standard error.</summary>
    public string StandardErrorTail { get; } = standardErrorTail;
}
