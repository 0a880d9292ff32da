namespace ShortsFactory.Resources.Tests;

/// <summary>The child that does as it is told; see <c>ShortsFactory.DummyProcess</c>.</summary>
internal static class Dummy
{
    public static string Path { get; } = FindProgram();

    public static ProcessCommand Command(params string[] arguments) => new() { FileName = Path, Arguments = arguments };

    /// <summary>Starts the dummy and waits until it has said its first word, so that its handlers and grandchildren are there.</summary>
    public static async Task<ChildProcess> StartReadyAsync(this ResourceScope scope, ProcessCommand command, CancellationToken cancellationToken = default)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = scope.Start(command with { OnOutputLine = _ => ready.TrySetResult() }, cancellationToken);
        await Task.WhenAny(ready.Task, process.Completion);
        Assert.True(ready.Task.IsCompleted, "The dummy ended before it was ready.");
        return process;
    }

    private static string FindProgram()
    {
        // artifacts/bin/<project>/<configuration>/ is the layout of every build output here.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, "ShortsFactory.DummyProcess", own.Name, "ShortsFactory.DummyProcess");
    }
}
