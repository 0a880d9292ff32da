using ShortsFactory.Resources;

namespace ShortsFactory.Media.Tasks;

/// <summary>What a task's work is given.</summary>
public sealed record MediaTaskContext
{
    /// <summary>Owns everything that the work opens; released when the task ends, however it ends.</summary>
    public required ResourceScope Scope { get; init; }

    /// <summary>Takes progress reports; calls are cheap and may come from any thread.</summary>
    public required IProgress<MediaProgress> Progress { get; init; }

    /// <summary>Cancelled when the task is to stop, for whichever reason.</summary>
    public required CancellationToken CancellationToken { get; init; }
}
