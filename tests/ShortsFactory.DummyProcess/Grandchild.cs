using System.Diagnostics;

namespace ShortsFactory.DummyProcess;

/// <summary>Starts a process that outlives its parent, for five minutes.</summary>
internal static class Grandchild
{
    private const string Seconds = "300";

    public static void Start(string kind)
    {
        ProcessStartInfo start = kind switch
        {
            "silent" => new("sleep", [Seconds]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true },
            "holding-output" => new("sleep", [Seconds]),
            "detached" => new("setsid", ["--fork", "sleep", Seconds]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
            "detached-holding-output" => new("setsid", ["--fork", "sleep", Seconds]),
            "unmarked-holding-output" => new("env", ["--ignore-environment", "sleep", "15"]),
            _ => throw new ArgumentException($"Unknown kind '{kind}'.", nameof(kind)),
        };
        using var process = Process.Start(start);
        if (start.FileName is "setsid")
        {
            process!.WaitForExit();
        }
    }
}
