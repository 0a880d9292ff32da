using System.Collections;

namespace ShortsFactory.Resources;

/// <summary>What children get to see of this process's environment: all but secrets, and the run's mark.</summary>
internal static class ChildEnvironment
{
    private static readonly string[] SecretWords = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "API_KEY", "ACCESS_KEY", "CREDENTIAL"];

    /// <summary>The changes to the inherited environment; <see langword="null"/> takes a variable away.</summary>
    public static IReadOnlyDictionary<string, string?> Changes(string mark, ProcessCommand command, ResourceOptions options)
    {
        var changes = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key)
            .Where(name => IsSecret(name) && !options.ChildEnvironment.Contains(name, StringComparer.Ordinal))
            .ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
        foreach (var (name, value) in command.Environment)
        {
            changes[name] = value;
        }

        changes[ProcessMarker.Variable] = mark;
        if (options.ChildFileSizeLimit is not null)
        {
            // For this protection .NET makes a file in memory of 2 GB, which the limit would refuse, and no .NET program would start.
            changes["DOTNET_EnableWriteXorExecute"] = "0";
        }

        return changes;
    }

    /// <summary>By its name: one of the usual words, or a setting of this product, which may hold anything.</summary>
    private static bool IsSecret(string name) =>
        name.StartsWith("SHORTS__", StringComparison.OrdinalIgnoreCase)
        || SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
