using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShortsFactory.Resources;

namespace ShortsFactory.Media.Tasks;

/// <summary>
/// Runs downloads and conversions: so many of each kind at once as the options say, each in a resource scope of its own and with a
/// limit on its time. A task that has ended leaves its last status alone, and of these a bounded number. Thread-safe.
/// </summary>
public sealed class MediaTasks : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, MediaTask> _live = [];
    private readonly Queue<MediaTaskStatus> _ended = [];
    private readonly Dictionary<MediaTaskKind, SemaphoreSlim> _turns;
    private readonly ResourceScopes _scopes;
    private readonly MediaTaskOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<MediaTasks> _logger;
    private int _lastId;
    private bool _disposed;

    /// <summary>Nothing runs before it is submitted.</summary>
    public MediaTasks(ResourceScopes scopes, IOptions<MediaTaskOptions> options, TimeProvider timeProvider, ILogger<MediaTasks> logger)
    {
        _scopes = scopes;
        _options = options.Value;
        _timeProvider = timeProvider;
        _logger = logger;
        _turns = Enum.GetValues<MediaTaskKind>().ToDictionary(kind => kind, kind => new SemaphoreSlim(_options.Concurrency(kind)));
    }

    /// <summary>Lets <paramref name="work"/> run when it is its turn.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="name">What it is called in lists, logs and errors; without credentials.</param>
    /// <param name="work">The work; what it opens in its scope is given back when it ends.</param>
    /// <param name="cancellationToken">Cancels the task, whether it waits or works.</param>
    /// <param name="within">The scope that the task's own is opened in, so that it counts for it and ends with it; the run's by default.</param>
    /// <exception cref="ObjectDisposedException">The tasks have been disposed of.</exception>
    public MediaTask Submit(
        MediaTaskKind kind, string name, Func<MediaTaskContext, Task> work, CancellationToken cancellationToken, ResourceScope? within = null)
    {
        MediaTask task;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            task = new MediaTask(new MediaTaskStatus { Id = ++_lastId, Kind = kind, Name = name }, _options, _timeProvider);
            _live.Add(task.Id, task);
        }

        _ = RunAsync(task, kind, work, within, cancellationToken);
        return task;
    }

    /// <summary>Every task that waits or works, and the last ones that have ended, the oldest first.</summary>
    public IReadOnlyList<MediaTaskStatus> List()
    {
        lock (_lock)
        {
            return [.. _ended.Concat(_live.Values.Select(task => task.Status)).OrderBy(status => status.Id)];
        }
    }

    /// <summary>Cancels every task and waits for their ends.</summary>
    public async ValueTask DisposeAsync()
    {
        MediaTask[] live;
        lock (_lock)
        {
            _disposed = true;
            live = [.. _live.Values];
        }

        foreach (var task in live)
        {
            task.Cancel();
        }

        await Task.WhenAll(live.Select(task => task.Completion)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(MediaTask task, MediaTaskKind kind, Func<MediaTaskContext, Task> work, ResourceScope? within, CancellationToken cancellationToken)
    {
        // The caller gets its handle before anything of the work runs.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Exception? exception = null;
        var registration = cancellationToken.UnsafeRegister(static state => ((MediaTask)state!).Cancel(), task);
        try
        {
            await WorkAsync(task, kind, work, within).ConfigureAwait(false);
        }
        catch (Exception caught)
        {
            // However it ended, it ends as the task's end.
            exception = caught;
        }

        await registration.DisposeAsync().ConfigureAwait(false);
        Forget(task, exception);
        task.Complete();
    }

    private async Task WorkAsync(MediaTask task, MediaTaskKind kind, Func<MediaTaskContext, Task> work, ResourceScope? within)
    {
        var turn = _turns[kind];
        await turn.WaitAsync(task.StopToken).ConfigureAwait(false);
        try
        {
            var name = kind.ToString().ToLowerInvariant();
            var scope = within is null ? _scopes.Open(name) : within.Open(name);
            await using (scope.ConfigureAwait(false))
            {
                task.Begin();
                await work(new MediaTaskContext { Scope = scope, Progress = task, CancellationToken = task.StopToken }).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private void Forget(MediaTask task, Exception? exception)
    {
        MediaTaskStatus last;
        lock (_lock)
        {
            last = task.Conclude(exception);
            _live.Remove(task.Id);
            _ended.Enqueue(last);
            while (_ended.Count > _options.History)
            {
                _ended.Dequeue();
            }
        }

        _logger.MediaTaskEnded(last.Kind, last.Name, last.State, last.Failure);
    }
}
