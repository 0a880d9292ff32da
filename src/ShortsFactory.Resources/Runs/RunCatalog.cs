using System.Runtime.InteropServices;

namespace ShortsFactory.Resources;

/// <summary>The runs of this user that are alive, whatever process they are in.</summary>
public sealed class RunCatalog(ResourceOptions options, TimeProvider timeProvider)
{
    private const int Terminate = 15;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The live runs, the oldest first.</summary>
    public IReadOnlyList<LiveRun> List() =>
    [
        .. RunDirectory.All(RunParent.PathFor(options))
            .Where(RunMarker.IsHeld)
            .Select(Describe)
            .OfType<LiveRun>()
            .OrderBy(run => run.Started),
    ];

    /// <summary>
    /// Asks a run to stop, as an interrupt would, and waits for its end; <see langword="false"/> if it still runs after
    /// <paramref name="timeLimit"/>.
    /// </summary>
    public async Task<bool> StopAsync(LiveRun run, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (RunMarker.IsOpenIn(run.ProcessId, run.Directory))
        {
            _ = Kill(run.ProcessId, Terminate);
        }

        var started = timeProvider.GetTimestamp();
        while (RunMarker.IsHeld(run.Directory))
        {
            if (timeProvider.GetElapsedTime(started) >= timeLimit)
            {
                return false;
            }

            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static LiveRun? Describe(string directory) =>
        RunRecord.Read(directory) is { } record
            ? new LiveRun
            {
                Id = RunDirectory.IdOf(directory),
                ProcessId = record.ProcessId,
                Started = record.Started,
                Status = record.Status,
                Children = [.. ProcessMarker.Find(record.Mark).Select(id => new RunProcess(id, ProcessMarker.ProgramOf(id)))],
                Directory = directory,
            }
            : null;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
