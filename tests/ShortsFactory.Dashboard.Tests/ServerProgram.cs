using System.Diagnostics;

namespace ShortsFactory.Dashboard.Tests;

/// <summary>The real server, started from outside in a folder of its own, and asked to stop in the end.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    /// <summary>How many shorts it makes at once.</summary>
    public const int Slots = 2;

    private const string Greeting = "listens at ";

    private static readonly string Program = Path.Combine(FindRoot(), "artifacts", "shorts", "shorts-server");

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("shorts-dashboard-").FullName;
    private Process? _process;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The key that it asks for; empty if it asks for none.</summary>
    public string Key { get; private set; } = "";

    private string Data => Path.Combine(_folder, "data");

    private string Work => Path.Combine(_folder, "work");

    public static Task<ServerProgram> StartAsync() => StartAsync(isProtected: false);

    /// <summary>Starts one that asks for a key, and makes a key for it.</summary>
    public static Task<ServerProgram> StartProtectedAsync() => StartAsync(isProtected: true);

    private static async Task<ServerProgram> StartAsync(bool isProtected)
    {
        var server = new ServerProgram();
        try
        {
            await server.RunAsync(isProtected).WaitAsync(TimeLimit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
        {
            return;
        }

        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            using var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, with the same data and at the same address.</summary>
    public Task StartAgainAsync() => ServeAsync(new Uri(Address).Port, []).WaitAsync(TimeLimit);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(bool isProtected)
    {
        if (isProtected)
        {
            using var keys = Start("keys", "add", "dashboard", "--scope", "admin", "--data", Data);
            Key = (await keys.StandardOutput.ReadToEndAsync()).Trim();
            await keys.WaitForExitAsync();
        }

        await ServeAsync(port: 0, isProtected ? ["--set", "Server:Security:RequireKeys=true"] : []);
    }

    private async Task ServeAsync(int port, string[] protection)
    {
        _process = Start(["serve", "--port", $"{port}", "--data", Data, "--work", Work, "--jobs", $"{Slots}", "--set", "Server:DrainLimit=00:00:01", .. protection]);
        await ListenAsync(_process);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["HOME"] = _folder;
        Array.ForEach(["XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"], variable => start.Environment.Remove(variable));
        return Process.Start(start)!;
    }

    private async Task ListenAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Greeting, StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = line[(at + Greeting.Length)..].Trim();

                // Nobody may leave its pipes full.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The server did not start: {await process.StandardError.ReadToEndAsync()}");
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
}
