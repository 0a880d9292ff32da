using Microsoft.Extensions.Logging.Abstractions;
using ShortsFactory.Resources;

namespace ShortsFactory.DummyProcess;

/// <summary>A program with a run: children that do not want to end, and files. It says <c>ready</c> and the run's id, then ends as told.</summary>
internal static class Host
{
    private static readonly string Self = Environment.ProcessPath!;

    public static async Task<int> RunAsync(string ending, string directory)
    {
        var options = new ResourceOptions
        {
            Keep = ending is "keep",
            WorkDirectory = Path.Combine(directory, "work"),
            StopGracePeriod = TimeSpan.FromSeconds(0.5),
            InterruptGracePeriod = ending is "wait" or "storm" or "write" ? TimeSpan.FromSeconds(60) : TimeSpan.FromSeconds(1),
        };
        var scopes = new ResourceScopes(options, TimeProvider.System, NullLogger<ResourceScopes>.Instance);
        var scope = scopes.Open("host");
        await scope.CreateFile("half-written.wav").WriteAsync(new byte[100_000]);
        await StartAsync(scope, ["ignore-signals", "300"]);
        await StartAsync(scope, ["grandchild", "detached", "300"]);
        await StartAsync(scope, ["grandchild", "holding-output", "0"]);
        await using var output = ending is "lock" ? await LockAsync(scopes, Path.Combine(directory, "output.txt")) : null;
        Announce(scopes);
        switch (ending)
        {
            case "wait":
                await Task.Delay(Timeout.InfiniteTimeSpan, scopes.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await scopes.DisposeAsync();
                return scopes.InterruptExitCode ?? 0;
            case "throw":
                new Thread(() => throw new InvalidOperationException("thrown as told")).Start();
                break;
            case "exit":
                Environment.Exit(7);
                break;
            case "return":
                return 9;
            case "fail-fast":
                Environment.FailFast("failing as told");
                break;
            case "overflow":
                Console.WriteLine(Overflow(0));
                break;
            case "starve":
                Parallel.For(0, 200, _ => Thread.Sleep(Timeout.Infinite));
                break;
            case "storm":
                Parallel.For(0, 4, _ => StartWithoutEnd(scope));
                break;
            case "write":
                await WriteWithoutEndAsync(Path.Combine(directory, "output.txt"));
                break;
        }

        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static async Task<FileLock> LockAsync(ResourceScopes scopes, string target)
    {
        scopes.Describe(new RunStatus { Script = "script.md", Output = target, Stage = "speech" });
        return await scopes.LockAsync(target, TimeSpan.Zero, _ => { }, CancellationToken.None);
    }

    private static async Task StartAsync(ResourceScope scope, string[] arguments)
    {
        var ready = new TaskCompletionSource();
        scope.Start(new ProcessCommand { FileName = Self, Arguments = arguments, OnOutputLine = _ => ready.TrySetResult() }, CancellationToken.None);
        await ready.Task;
    }

    private static int Overflow(int depth) => Overflow(depth + 1) + depth;

    private static void Announce(ResourceScopes scopes)
    {
        Console.WriteLine($"ready {scopes.RunId}");
        Console.Out.Flush();
    }

    private static void StartWithoutEnd(ResourceScope scope)
    {
        while (true)
        {
            scope.Open("child").Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, CancellationToken.None);
            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }
    }

    private static async Task WriteWithoutEndAsync(string path)
    {
        var text = new string('x', 50_000_000);
        while (true)
        {
            await AtomicFile.WriteTextAsync(path, text, CancellationToken.None);
        }
    }
}
