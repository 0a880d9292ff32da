using ShortsFactory.Resources;

namespace ShortsFactory.Server.Workers;

/// <summary>What this process is called among all workers: unique, also among those that ran before on the same machine.</summary>
internal sealed class WorkerName(ResourceScopes scopes)
{
    public string Value { get; } = $"{Environment.MachineName}-{scopes.RunId}";
}
