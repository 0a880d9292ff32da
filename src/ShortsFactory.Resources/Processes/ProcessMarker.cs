using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ShortsFactory.Resources;

/// <summary>
/// Finds processes by the variable that every child inherits, whoever its parent is by now. Its value is a path of
/// <c>run/scope/process/</c>, so that a mark stands for all that lies below it. On Linux only; elsewhere none are found.
/// </summary>
internal static class ProcessMarker
{
    public const string Variable = "SHORTSFACTORY_SCOPE";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a text can be a mark. It comes from the environment and from files, and an expression for <c>grep</c> is made
    /// of it: nothing but letters, digits, hyphens and slashes may be in it, and it must not be empty.
    /// </summary>
    public static bool IsMark(string text) =>
        text.EndsWith('/') && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '/');

    /// <summary>Kills every process that carries <paramref name="mark"/>, waits for their ends (1 s at most), and returns their ids.</summary>
    public static IReadOnlyCollection<int> KillAll(string mark)
    {
        var killed = new HashSet<int>();
        var start = Stopwatch.GetTimestamp();

        // A process may fork between the scan and the kill, so only a scan that finds none is the last.
        // One that is dead has no environment any more.
        while (KillOnce(mark, killed) && Stopwatch.GetElapsedTime(start) < TimeLimit)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(1));
        }

        return killed;
    }

    /// <summary>The ids of the processes that carry <paramref name="mark"/>, this process apart.</summary>
    public static IEnumerable<int> Find(string mark)
    {
        if (!Directory.Exists("/proc"))
        {
            yield break;
        }

        var entry = Encoding.UTF8.GetBytes($"\0{Variable}={mark}");
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), out var processId)
                && processId != Environment.ProcessId
                && Carries(Read(processId, "environ"), entry))
            {
                yield return processId;
            }
        }
    }

    /// <summary>The name of the program that a process runs; empty if it has ended.</summary>
    public static string ProgramOf(int processId) =>
        Path.GetFileName(Encoding.UTF8.GetString(Read(processId, "cmdline")).Split('\0')[0]);

    private static bool KillOnce(string mark, HashSet<int> killed)
    {
        var foundAny = false;
        foreach (var processId in Find(mark))
        {
            foundAny = true;
            killed.Add(processId);
            Kill(processId);
        }

        return foundAny;
    }

    /// <summary>Entries are separated by zeros; the mark counts at the start of an entry only, not in some other variable's value.</summary>
    private static bool Carries(ReadOnlySpan<byte> environment, ReadOnlySpan<byte> entry) =>
        environment.StartsWith(entry[1..]) || environment.IndexOf(entry) >= 0;

    private static byte[] Read(int processId, string file)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{processId}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or belongs to another user: not ours to kill in both cases.
            return [];
        }
    }

    private static void Kill(int processId)
    {
#pragma warning disable RS0030 // This project is the one that may touch processes.
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended between the scan and the kill.
        }
#pragma warning restore RS0030
    }
}
