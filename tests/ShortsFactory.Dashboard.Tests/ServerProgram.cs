using System.Diagnostics;

namespace ShortsFactory.Dashboard.Tests;

/// <summary>The real server, started from outside in a folder of its own, and asked to stop in the end.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private const string Greeting = "listens at ";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("shorts-dashboard-").FullName;
    private readonly Process _process;

    private ServerProgram(string[] arguments)
    {
        var program = Path.Combine(FindRoot(), "artifacts", "shorts", "shorts-server");
        var start = new ProcessStartInfo(program, ["serve", "--port", "0", "--data", Data, "--work", Work, "--jobs", "2", .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["HOME"] = _folder;
        Array.ForEach(["XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"], variable => start.Environment.Remove(variable));
        _process = Process.Start(start)!;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The folder whose files scripts may name.</summary>
    public string Media => Path.Combine(Data, "media");

    private string Data => Path.Combine(_folder, "data");

    private string Work => Path.Combine(_folder, "work");

    public static async Task<ServerProgram> StartAsync(params string[] arguments)
    {
        var server = new ServerProgram(arguments);
        try
        {
            await server.ListenAsync().WaitAsync(TimeLimit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
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
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Greeting, StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = line[(at + Greeting.Length)..].Trim();

                // Nobody may leave its pipes full.
                _ = _process.StandardOutput.ReadToEndAsync();
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The server did not start: {await _process.StandardError.ReadToEndAsync()}");
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
