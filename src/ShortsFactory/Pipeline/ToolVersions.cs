using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>Asks the programs that a run depends on for their versions.</summary>
public sealed class ToolVersions(IEnumerable<ITool> tools)
{
    /// <summary>The value of a tool that is not installed.</summary>
    public const string Missing = "missing";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Name and version of every tool; <see cref="Missing"/> for what cannot be started.</summary>
    public Task<IReadOnlyDictionary<string, string>> ReadAsync(ResourceScope scope, CancellationToken cancellationToken) =>
        CollectAsync(StartReading(scope, cancellationToken));

    /// <summary>Waits for all versions that are being read.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> CollectAsync(IReadOnlyDictionary<string, Task<string>> reading)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, version) in reading)
        {
            versions.Add(name, await version.ConfigureAwait(false));
        }

        return versions;
    }

    /// <summary>Asks every tool at once; nobody has to wait for a tool of somebody else's.</summary>
    internal IReadOnlyDictionary<string, Task<string>> StartReading(ResourceScope scope, CancellationToken cancellationToken) =>
        tools.ToDictionary(tool => tool.Name, tool => ReadAsync(tool, scope, cancellationToken), StringComparer.Ordinal);

    private static async Task<string> ReadAsync(ITool tool, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var result = await scope.RunAsync(tool.VersionCommand with { TimeLimit = TimeLimit }, cancellationToken).ConfigureAwait(false);
            return tool.ReadVersion(result.StandardOutput);
        }
        catch (ToolMissingException)
        {
            return Missing;
        }
        catch (Exception exception) when (exception is ProcessFailedException or ProcessTimedOutException)
        {
            return $"broken: {exception.Message}";
        }
    }
}
