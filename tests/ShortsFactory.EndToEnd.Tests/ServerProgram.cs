using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>The real server, started by the real program in a folder of its own, on any free port. Killed at its disposal if it still runs.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private const string Announcement = " at http";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private bool _isDisposed;

    private ServerProgram(Process process) => _process = process;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public int ProcessId => _process.Id;

    /// <summary>Starts it, and waits until it says where it listens.</summary>
    public static async Task<ServerProgram> StartAsync(ShortsProgram shorts, params string[] arguments)
    {
        var server = new ServerProgram(shorts.Start(["serve", "--port", "0", "--set", "Compositing:Quality=draft", .. arguments]));
        await server.ReadAddressAsync();
        return server;
    }

    /// <summary>Starts a worker for a server.</summary>
    public static async Task<ServerProgram> StartWorkerAsync(ShortsProgram shorts, params string[] arguments)
    {
        var server = new ServerProgram(shorts.Start(["worker", "--set", "Compositing:Quality=draft", .. arguments]));
        await server.ReadAddressAsync();
        return server;
    }

    /// <summary>All that it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public async Task<JsonElement> SubmitAsync(string script, object? overrides = null, string? key = null)
    {
        using var response = await SendAsync(script, overrides, key);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> SendAsync(string script, object? overrides = null, string? key = null)
    {
        var body = JsonSerializer.SerializeToNode(overrides ?? new { })!.AsObject();
        body["script"] = script;
        body["pictureFormat"] ??= "720x1280@30";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jobs") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Client.SendAsync(request);
    }

    public async Task<JsonElement> GetAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path);

    public Task<JsonElement> JobAsync(string id) => GetAsync($"/api/v1/jobs/{id}");

    /// <summary>Waits until a job is as wanted.</summary>
    public async Task<JsonElement> WaitAsync(string id, Func<JsonElement, bool> isReached, TimeSpan? limit = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var job = await JobAsync(id);
            if (isReached(job))
            {
                return job;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < (limit ?? TimeSpan.FromMinutes(2)), $"It was not reached: {job}\n{Output}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public Task<JsonElement> WaitForEndAsync(string id) => WaitAsync(id, job => StateOf(job) is "done" or "failed" or "cancelled");

    public static string StateOf(JsonElement job) => job.GetProperty("state").GetString()!;

    /// <summary>SIGKILL to the server alone, not to its children.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to stop, and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var asking = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(StartLimit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        // What it held open is let go by its reaper a moment later.
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        _process.Dispose();
        Client.Dispose();
    }

    private async Task ReadAddressAsync()
    {
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        DataReceivedEventHandler read = (_, line) =>
        {
            lock (_output)
            {
                _output.Add(line.Data ?? "");
            }

            if (line.Data?.IndexOf(Announcement, StringComparison.Ordinal) is > 0 and var position)
            {
                address.TrySetResult(line.Data[(position + " at ".Length)..]);
            }
        };
        _process.OutputDataReceived += read;
        _process.ErrorDataReceived += read;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(address.Task, ended, Task.Delay(StartLimit));
        Assert.True(first == address.Task, $"It does not listen:\n{Output}");
        Client.BaseAddress = new Uri(await address.Task);
    }
}
