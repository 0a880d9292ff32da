namespace ShortsFactory.Resources;

/// <summary>
/// Stops a child process in two phases, an interrupt and after the grace period a kill; watches its limits, and remembers
/// the first reason. May be asked before the process runs, and after its end, when it does nothing. Thread-safe.
/// </summary>
internal sealed class ProcessStop : IDisposable
{
    private readonly Action<StopReason> _onStopping;
    private readonly TimeSpan _gracePeriod;
    private readonly TimeSpan? _stallLimit;
    private readonly Lock _lock = new();

    // Neither source is disposed: they hold no handle, and a request may still be on its way when the process ends.
    private readonly CancellationTokenSource _interrupt = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly ITimer _timeLimitTimer;
    private readonly ITimer? _stallTimer;
    private bool _ended;

    public ProcessStop(ProcessCommand command, ResourceRun run)
    {
        _onStopping = reason => run.Logger.ProcessStopping(command.Tool, reason);
        _gracePeriod = run.Options.StopGracePeriod;
        _stallLimit = command.StallLimit;
        _timeLimitTimer = run.TimeProvider.CreateTimer(_ => Request(StopReason.TimeLimit), state: null, command.TimeLimit, Timeout.InfiniteTimeSpan);
        _stallTimer = _stallLimit is { } limit
            ? run.TimeProvider.CreateTimer(_ => Request(StopReason.Stalled), state: null, limit, Timeout.InfiniteTimeSpan)
            : null;
    }

    public StopReason Reason { get; private set; }

    public CancellationToken Interrupt => _interrupt.Token;

    public CancellationToken Kill => _kill.Token;

    public void Request(StopReason reason)
    {
        lock (_lock)
        {
            if (_ended || Reason != StopReason.None)
            {
                return;
            }

            Reason = reason;
        }

        _onStopping(reason);
        _kill.CancelAfter(_gracePeriod);
        _interrupt.Cancel();
    }

    public void RestartStallLimit()
    {
        if (_stallLimit is { } limit)
        {
            _stallTimer?.Change(limit, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
        }

        _timeLimitTimer.Dispose();
        _stallTimer?.Dispose();
    }
}
