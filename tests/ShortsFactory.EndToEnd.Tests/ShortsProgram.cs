using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>
/// The real program, run from outside in a folder of its own: its home, its work directory and its output lie there,
/// so that a test sees everything that a run leaves behind.
/// </summary>
internal sealed partial class ShortsProgram : IDisposable
{
    private const string Marker = "SHORTSFACTORY_SCOPE=";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(4);

    public ShortsProgram()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Work);
    }

    public static string Root { get; } = FindRoot();

    private static string Program { get; } = Path.Combine(Root, "artifacts", "shorts", "shorts");

    public string Folder { get; } = Directory.CreateTempSubdirectory("shorts-e2e-").FullName;

    public string Work => Path.Combine(Folder, "work");

    public string Cache => Path.Combine(Home, ".cache", "shortsfactory");

    /// <summary>Where the user's models are installed.</summary>
    public string Models => Path.Combine(Home, ".local", "share", "shortsfactory", "models");

    private string Home => Path.Combine(Folder, "home");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    /// <summary>Runs the program with a variable of its environment set.</summary>
    public async Task<Outcome> RunWithAsync(string variable, string value, params string[] arguments)
    {
        using var process = Launch([Program, .. arguments], (variable, value));
        return await EndAsync(process);
    }

    /// <summary>Runs the program as the last arguments of another command.</summary>
    public async Task<Outcome> RunUnderAsync(string[] command, string[] arguments)
    {
        using var process = Launch([.. command, Program, .. arguments], changes: []);
        return await EndAsync(process);
    }

    /// <summary>Runs the program that is installed elsewhere.</summary>
    public async Task<Outcome> RunProgramAsync(string program, string[] arguments)
    {
        using var process = Launch([program, .. arguments], changes: []);
        return await EndAsync(process);
    }

    /// <summary>Starts the program, sends <paramref name="signal"/> once <paramref name="ready"/> holds, and waits for its end.</summary>
    public async Task<Outcome> InterruptAsync(int signal, Func<bool> ready, params string[] arguments)
    {
        using var process = Start(arguments);
        using var limit = TestToken();
        while (!ready() && !process.HasExited)
        {
            await Task.Delay(20, limit.Token);
        }

        _ = Kill(process.Id, signal);
        return await EndAsync(process);
    }

    /// <summary>Starts the program, sends <paramref name="signal"/> after a while, if it still runs then, and waits for its end.</summary>
    public async Task<Outcome> SignalAfterAsync(int signal, TimeSpan delay, params string[] arguments)
    {
        using var process = Start(arguments);
        await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(delay, TestContext.Current.CancellationToken));
        if (!process.HasExited)
        {
            _ = Kill(process.Id, signal);
        }

        return await EndAsync(process);
    }

    public Process Start(params string[] arguments) => Launch([Program, .. arguments], changes: []);

    private Process Launch(string[] command, params (string Variable, string Value)[] changes)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["HOME"] = Home;
        start.Environment.Remove("XDG_STATE_HOME");
        start.Environment.Remove("XDG_CACHE_HOME");
        start.Environment.Remove("XDG_DATA_HOME");
        start.Environment["SHORTS__Resources__WorkDirectory"] = Work;
        Array.ForEach(changes, change => start.Environment[change.Variable] = change.Value);
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of what <see cref="Start"/> started.</summary>
    public static async Task<Outcome> EndAsync(Process process)
    {
        using var limit = TestToken();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>What a run left in the work directory.</summary>
    public IReadOnlyList<string> Leftovers() => [.. Directory.EnumerateFileSystemEntries(Work)];

    /// <summary>Processes that work for runs in this folder: they carry the mark, and their environment names the folder.</summary>
    public IReadOnlyList<string> ChildrenOf(string program)
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                var environment = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, "environ")));
                var command = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, "cmdline"))).Replace('\0', ' ');
                if (environment.Contains(Marker, StringComparison.Ordinal)
                    && environment.Contains(Folder, StringComparison.Ordinal)
                    && command.Contains(program, StringComparison.Ordinal))
                {
                    found.Add(command);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended while it was being looked at.
            }
        }

        return found;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static CancellationTokenSource TestToken()
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(TimeLimit);
        return source;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ShortsFactory.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The repository's root was not found.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
