using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources;

/// <summary>What all scopes of one run share.</summary>
internal sealed class ResourceRun
{
    private readonly Lock _startLock = new();
    private volatile bool _closed;
    private int _lastNumber;
    private RunJournal? _journal;
    private Reaper? _reaper;

    public required string Id { get; init; }

    public required ResourceOptions Options { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required ILogger Logger { get; init; }

    public ResourceCounters Counters { get; } = new();

    /// <summary>Cancelled by the first signal. Never disposed: it holds no timer and no handle, and is read until the very end.</summary>
    public CancellationTokenSource StopRequest { get; } = new();

    /// <summary>
    /// What every process of this run carries in its environment, followed by more. It begins with the mark of the run
    /// that started this program, if one did, so that the outer run finds the children of the inner one.
    /// </summary>
    public string Mark =>
        Environment.GetEnvironmentVariable(ProcessMarker.Variable) is { } outer && ProcessMarker.IsMark(outer) ? $"{outer}{Id}/" : $"{Id}/";

    /// <summary>
    /// The run's directory, made when it, or a child, is first needed, together with what watches over them: a command that
    /// needs neither pays for neither.
    /// </summary>
    /// <exception cref="WorkDirectoryException">The directory cannot be made.</exception>
    public RunDirectory Directory => OpenedDirectory ?? Start(() => OpenedDirectory!);

    public RunDirectory? OpenedDirectory { get; private set; }

    /// <summary>Tells the scopes and the processes of this run apart.</summary>
    public int NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>
    /// Starts something, unless the run is closed. One at a time: a child between fork and exec does not carry the mark
    /// yet, so whoever kills by mark must first wait until no start is under way.
    /// </summary>
    public T Start<T>(Func<T> start)
    {
        lock (_startLock)
        {
            ThrowIfClosed();
            if (OpenedDirectory is null)
            {
                // Before there is a directory of this run's own, so that in the usual case there is nothing to look at.
                new Janitor(Options, TimeProvider, Logger).Clean(dryRun: false);
                ThrowIfClosed();
                Open();
            }

            return start();
        }
    }

    /// <summary>Tells who looks from outside what the run is doing.</summary>
    public void Describe(RunStatus status)
    {
        _ = Directory;
        _journal?.Describe(status);
    }

    /// <summary>Gives the directory back, and lets the reaper go: it has nothing to do, unless this throws.</summary>
    public void CloseDirectory()
    {
        using (_reaper)
        {
            OpenedDirectory?.Dispose();
            _reaper?.Dismiss();
        }
    }

    /// <summary>Lets nothing start any more, and waits for the start that is under way.</summary>
    public void Close(TimeSpan timeLimit)
    {
        _closed = true;
        if (_startLock.TryEnter(timeLimit))
        {
            _startLock.Exit();
        }
    }

    /// <summary>Kills what carries <paramref name="mark"/> and outlived the process that it came from.</summary>
    public void KillOrphans(string mark)
    {
        foreach (var processId in ProcessMarker.KillAll(mark))
        {
            Logger.OrphanKilled(processId);
        }
    }

    private void Open()
    {
        // The reaper first: there is no moment at which a kill would leave anything.
        _reaper ??= Options.Reaper ? Reaper.Start(RunDirectory.PathFor(Options, Id), Mark, Options.Keep, Logger) : null;
        var directory = RunDirectory.Create(Options, Id);
        _journal = new RunJournal(
            directory, new RunRecord { Mark = Mark, ProcessId = Environment.ProcessId, Started = TimeProvider.GetUtcNow() }, TimeProvider);
        _journal.Open();
        UnfinishedFiles.RecordIn(directory.Path);
        OpenedDirectory = directory;
    }

    private void ThrowIfClosed()
    {
        if (_closed)
        {
            throw new OperationCanceledException("The program is going down and starts nothing more.");
        }
    }
}
