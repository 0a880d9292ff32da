using System.Collections.Concurrent;
using Quartz.Impl.AdoJobStore;

namespace ShortsFactory.Server.Storage;

/// <summary>
/// The turn to write into a SQLite file, which takes one writer at a time. Whoever writes waits here in order, the scheduler too, instead of asking the file again
/// and again; and one who has the turn may call the scheduler within, which by a lock of its own would wait for the writer that waits for it. Thread-safe.
/// </summary>
internal sealed class WriterTurn : ILockHandler, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly AsyncLocal<Turn?> _own = new();
    private readonly ConcurrentDictionary<Guid, int> _holds = new();

    /// <inheritdoc />
    public bool RequiresConnection => false;

    /// <summary>Writes when it is the caller's turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (_own.Value is { HasEnded: false })
        {
            return await write();
        }

        await _gate.WaitAsync(cancellationToken);
        var turn = new Turn();
        try
        {
            _own.Value = turn;
            return await write();
        }
        finally
        {
            turn.HasEnded = true;
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask<bool> AcquireLock(Guid requestorId, ConnectionAndTransactionHolder? connection, SchedulerLock schedulerLock, CancellationToken cancellationToken = default)
    {
        if (_own.Value is { HasEnded: false })
        {
            // The flow that has the turn already; it gives it back itself.
            return false;
        }

        if (!_holds.ContainsKey(requestorId))
        {
            await _gate.WaitAsync(cancellationToken);
        }

        _holds.AddOrUpdate(requestorId, 1, (_, count) => count + 1);
        return true;
    }

    /// <inheritdoc />
    public ValueTask ReleaseLock(Guid requestorId, SchedulerLock schedulerLock, CancellationToken cancellationToken = default)
    {
        if (_holds.TryGetValue(requestorId, out var count))
        {
            if (count > 1)
            {
                _holds[requestorId] = count - 1;
            }
            else
            {
                _holds.TryRemove(requestorId, out _);
                _gate.Release();
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    /// <summary>A turn; what was started in it and lives on must not take it for its own.</summary>
    private sealed class Turn
    {
        public bool HasEnded { get; set; }
    }
}
