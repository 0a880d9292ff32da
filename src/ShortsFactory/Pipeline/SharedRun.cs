using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>What shorts share that are made side by side in one run; a short that is made alone has all of it to itself.</summary>
internal sealed record SharedRun
{
    /// <summary>The versions of the programs by name, asked for once.</summary>
    public required IReadOnlyDictionary<string, Task<string>> Tools { get; init; }

    /// <summary>Takes what each short is doing, for whoever looks at the run from outside; called from any thread.</summary>
    public required Action<RunStatus> Describe { get; init; }
}
