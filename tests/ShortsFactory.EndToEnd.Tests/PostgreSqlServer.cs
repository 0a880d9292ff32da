using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>A PostgreSQL server of a test's own, on loopback, in a folder of its own; gone with its disposal.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Account = "postgres";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("shorts-pg-").FullName;
    private readonly int _port = FreePort();
    private Process? _server;

    private PostgreSqlServer()
    {
    }

    /// <summary>Its address, as the program takes it.</summary>
    public string Address => $"postgres://shorts@127.0.0.1:{_port}/postgres";

    public static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer();
        if (Environment.IsPrivilegedProcess)
        {
            // It refuses to run as root.
            await RunAsync("chown", Account, server._folder);
        }

        await RunAsync([.. server.Command("initdb"), "-D", server.Data, "-A", "trust", "-U", "shorts", "--no-sync"]);
        await server.RestartAsync();
        return server;
    }

    /// <summary>SIGKILL to it, and a new start, which has to recover.</summary>
    public async Task KillAndRestartAsync(TimeSpan pause)
    {
        // The first process of the group is the server itself: setpriv becomes it.
        _server!.Kill();
        await _server.WaitForExitAsync();
        await Task.Delay(pause);
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _server!.Kill();
        await _server.WaitForExitAsync();

        // Its children notice that it is gone, and end.
        await Task.Delay(TimeSpan.FromSeconds(1));
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static string Programs => Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    private async Task RestartAsync()
    {
        string[] command =
        [
            .. Command("postgres"), "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", _folder,
            "-c", "max_connections=200", "-c", "logging_collector=off",
        ];
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            _server = Start(command);
            while (!_server.HasExited)
            {
                if (await AnswersAsync())
                {
                    return;
                }

                Assert.True(Stopwatch.GetElapsedTime(started) < StartLimit, "PostgreSQL does not start.");
                await Task.Delay(100);
            }

            // Children of the one that was killed may hold the folder for a moment.
            Assert.True(Stopwatch.GetElapsedTime(started) < StartLimit, "PostgreSQL does not start.");
            await Task.Delay(300);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        using var asking = Start([Path.Combine(Programs, "pg_isready"), "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture)]);
        await asking.WaitForExitAsync();
        return asking.ExitCode == 0;
    }

    private string[] Command(string program)
    {
        var path = Path.Combine(Programs, program);
        return Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", path] : [path];
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private static Process Start(string[] command)
    {
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/", UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
