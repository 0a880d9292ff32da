using System.Collections.Immutable;
using ShortsFactory.Caching;
using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>What a stage is given besides the record: its resource scope and where to report to.</summary>
public sealed record StageContext
{
    /// <summary>Owns everything that the stage opens; released when the stage ends, however it ends.</summary>
    public required ResourceScope Scope { get; init; }

    /// <summary>Takes progress reports; calls are cheap and may come from any thread.</summary>
    public required IProgress<StageProgress> Progress { get; init; }

    /// <summary>Takes warnings for the user, one sentence each; they are shown and end in the manifest.</summary>
    public required Action<string> Warn { get; init; }

    /// <summary>Gives the stage its results of earlier runs, and keeps its new ones.</summary>
    internal StageCache Cache { get; init; } = StageCache.None;

    /// <summary>The versions of the programs by name, which are being asked for while stages prepare.</summary>
    internal IReadOnlyDictionary<string, Task<string>> Tools { get; init; } = ImmutableDictionary<string, Task<string>>.Empty;

    /// <summary>The version of a program, for the key of a result that it has a part in.</summary>
    internal Task<string> VersionOfAsync(ITool tool) =>
        Tools.TryGetValue(tool.Name, out var version) ? version : Task.FromResult(ToolVersions.Missing);
}
