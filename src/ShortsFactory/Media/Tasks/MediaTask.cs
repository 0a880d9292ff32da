using ShortsFactory.Resources;

namespace ShortsFactory.Media.Tasks;

/// <summary>A download or conversion that was submitted: what is known of it, its end, and the way to stop it. Thread-safe.</summary>
public sealed class MediaTask : IProgress<MediaProgress>
{
    private readonly Lock _lock = new();
    private readonly MediaTaskOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly SpeedMeter _speed;

    // Not disposed: it holds no handle, and a request to stop may still be on its way when the task ends.
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MediaTaskStatus _status;
    private MediaTaskStop _reason;
    private Exception? _end;
    private ITimer? _timeLimit;
    private ITimer? _stallLimit;

    internal MediaTask(MediaTaskStatus status, MediaTaskOptions options, TimeProvider timeProvider)
    {
        _status = status;
        _options = options;
        _timeProvider = timeProvider;
        _speed = new SpeedMeter(timeProvider);
    }

    /// <summary>Identifies the task in its process.</summary>
    public int Id => _status.Id;

    /// <summary>What is known of the task right now.</summary>
    public MediaTaskStatus Status => Volatile.Read(ref _status);

    /// <summary>
    /// Ends with the task, when all that it held has been given back: it faults with what went wrong, with a
    /// <see cref="MediaTaskTimedOutException"/> for a task that took too long, and is cancelled for one that was cancelled.
    /// </summary>
    public Task Completion => _completion.Task;

    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Asks the task to stop and does not wait; nothing happens if it has ended.</summary>
    public void Cancel() => Request(MediaTaskStop.Cancelled);

    /// <summary>Takes a report of the task's work.</summary>
    void IProgress<MediaProgress>.Report(MediaProgress value)
    {
        lock (_lock)
        {
            if (_status.State is not MediaTaskState.Running)
            {
                return;
            }

            if (value.Done != _status.Done || !string.Equals(value.Step, _status.Step, StringComparison.Ordinal))
            {
                _stallLimit ??= _timeProvider.CreateTimer(_ => Request(MediaTaskStop.Stalled), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _stallLimit.Change(_options.StallLimit, Timeout.InfiniteTimeSpan);
            }

            _status = _status with { Done = value.Done, Total = value.Total, Step = value.Step, Speed = _speed.Add(value.Done) };
        }
    }

    /// <summary>The task's turn has come: from now on its time counts.</summary>
    internal void Begin()
    {
        lock (_lock)
        {
            _status = _status with { State = MediaTaskState.Running };
            _timeLimit = _timeProvider.CreateTimer(
                _ => Request(MediaTaskStop.TimeLimit), state: null, _options.TimeLimit(_status.Kind), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends the task with what its work ended with, if it did not end well, and returns the last status.</summary>
    internal MediaTaskStatus Conclude(Exception? exception)
    {
        lock (_lock)
        {
            _timeLimit?.Dispose();
            _stallLimit?.Dispose();
            _end = exception is null ? null : Explain(exception);
            _status = _status with { State = StateOf(_end), Failure = _end is null or OperationCanceledException ? null : _end.Message };
            return _status;
        }
    }

    /// <summary>Tells whoever waits, once nothing of the task is kept any more.</summary>
    internal void Complete()
    {
        switch (_end)
        {
            case null:
                _completion.TrySetResult();
                break;
            case OperationCanceledException cancelled:
                _completion.TrySetCanceled(cancelled.CancellationToken.IsCancellationRequested ? cancelled.CancellationToken : StopToken);
                break;
            case var failure:
                _completion.TrySetException(failure);

                // Nobody has to ask how a task ended.
                _ = _completion.Task.Exception;
                break;
        }
    }

    private static MediaTaskState StateOf(Exception? end) => end switch
    {
        null => MediaTaskState.Completed,
        OperationCanceledException => MediaTaskState.Cancelled,
        MediaTaskTimedOutException or ProcessTimedOutException => MediaTaskState.TimedOut,
        _ => MediaTaskState.Failed,
    };

    /// <summary>What a stop leads to, be it an error of a broken-off write, has the stop's reason.</summary>
    private Exception Explain(Exception exception) => (_reason, exception) switch
    {
        (MediaTaskStop.TimeLimit, _) => new MediaTaskTimedOutException(_status.Name, _options.TimeLimit(_status.Kind), stalled: false, exception),
        (MediaTaskStop.Stalled, _) => new MediaTaskTimedOutException(_status.Name, _options.StallLimit, stalled: true, exception),
        (MediaTaskStop.Cancelled, not OperationCanceledException) => new OperationCanceledException($"{_status.Name} was cancelled.", exception),
        _ => exception,
    };

    private void Request(MediaTaskStop reason)
    {
        lock (_lock)
        {
            if (_reason != MediaTaskStop.None || _status.HasEnded)
            {
                return;
            }

            _reason = reason;
        }

        _stop.Cancel();
    }
}
