using System.Text;

namespace ShortsFactory.Resources.Tests;

/// <summary>What the system says about who is alive, apart from what the product believes.</summary>
internal static class LiveProcesses
{
    /// <summary>The command lines of all processes that carry the mark of a run.</summary>
    public static IReadOnlyList<string> OfRun(string runId) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(directory => Read(directory, "environ").Split('\0').Any(entry => entry.StartsWith("SHORTSFACTORY_SCOPE=", StringComparison.Ordinal)
                && entry.Contains($"{runId}/", StringComparison.Ordinal)))
            .Select(directory => Read(directory, "cmdline").Replace('\0', ' ')),
    ];

    /// <summary>The ids of the reapers that wait for the end of a run.</summary>
    public static IReadOnlyList<int> ReapersOf(string runId) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(directory => Read(directory, "cmdline").Split('\0') is [_, "-c", _, "shorts-reaper", var mark, ..] && mark.EndsWith($"{runId}/", StringComparison.Ordinal))
            .Select(directory => int.Parse(Path.GetFileName(directory))),
    ];

    /// <summary>The resident memory of a process, in kB.</summary>
    public static long MemoryKilobytes(int processId) =>
        long.Parse(Read($"/proc/{processId}", "status").Split('\n').Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ')[^2]);

    public static bool IsAlive(int processId) => Read($"/proc/{processId}", "environ").Length > 0;

    private static string Read(string directory, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(directory, file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone, or somebody else's.
            return "";
        }
    }
}
