using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ShortsFactory.Resources.Tests;

/// <summary>A program that uses scopes, seen from outside; see <c>Host</c> in <c>ShortsFactory.DummyProcess</c>.</summary>
internal sealed class HostProgram : IDisposable
{
    private readonly Process _process;

    private HostProgram(Process process, string directory)
    {
        _process = process;
        Directory = directory;
    }

    /// <summary>Where the program writes its output; its work directory lies in it.</summary>
    public string Directory { get; }

    public string WorkDirectory => Path.Combine(Directory, "work");

    public string RunDirectory => Path.Combine(WorkDirectory, $"run-{RunId}");

    public string RunId { get; private set; } = "";

    /// <summary>Starts the program, and returns when its children run and its files are there.</summary>
    public static async Task<HostProgram> StartAsync(string ending, string? wrapper = null, string? directoryName = null)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory($"host-{directoryName}").FullName;
        string[] command = [.. wrapper is null ? (string[])[] : [wrapper], Dummy.Path, "host", ending, directory];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var host = new HostProgram(Process.Start(start)!, directory);
        var ready = await host._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        Assert.StartsWith("ready ", ready, StringComparison.Ordinal);
        host.RunId = ready["ready ".Length..];
        return host;
    }

    public static void Signal(int processId, int number) => Assert.Equal(0, Kill(processId, number));

    public void Signal(int number) => Signal(_process.Id, number);

    /// <summary>Signals the program and all its children, as a terminal does.</summary>
    public void SignalGroup(int number) => Assert.Equal(0, Kill(-_process.Id, number));

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void AssertNothingIsLeft()
    {
        Assert.Empty(LiveProcesses.OfRun(RunId));
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(WorkDirectory));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        ProcessMarker.KillAll(RunId);
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
