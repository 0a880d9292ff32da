using System.Runtime.InteropServices;

namespace ShortsFactory.Resources;

/// <summary>
/// The crash hook. The first signal asks the run to stop in good order; a second one, a run that does not stop in time,
/// an unhandled exception and <c>Environment.Exit</c> kill the children and delete the run's directory at once:
/// synchronous, idempotent, and bounded in time.
/// </summary>
internal sealed class EmergencyCleanup : IDisposable
{
    // SIGTERM and SIGHUP do not raise ProcessExit on .NET 10, so the signals are taken one by one.
    private static readonly (PosixSignal Signal, int Number)[] Signals =
    [
        (PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15), (PosixSignal.SIGHUP, 1), (PosixSignal.SIGQUIT, 3),
    ];

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private readonly ResourceRun _run;
    private readonly PosixSignalRegistration[] _registrations;
    private readonly ManualResetEventSlim _disarmed = new();
    private readonly Lazy<Thread> _worker;
    private int _exitCode;

    public EmergencyCleanup(ResourceRun run)
    {
        _run = run;
        _worker = new Lazy<Thread>(StartWorker);
        _registrations = [.. Signals.Select(pair => PosixSignalRegistration.Create(pair.Signal, context => OnSignal(context, 128 + pair.Number)))];
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
    }

    public int? ExitCode => _exitCode == 0 ? null : _exitCode;

    public void Dispose()
    {
        _disarmed.Set();
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void OnSignal(PosixSignalContext context, int exitCode)
    {
        if (_disarmed.IsSet)
        {
            // All is given back: the signal may do what it always does.
            return;
        }

        context.Cancel = true;
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0)
        {
            CleanUpAndExit();
            return;
        }

        // A thread and not a timer: a pool whose threads are all blocked would never run it.
        new Thread(ExitAfterGracePeriod) { IsBackground = true }.Start();

        // Registered callbacks run stages' own stop code; they must not hold up this thread.
        _ = _run.StopRequest.CancelAsync();
        _run.Logger.Interrupted(context.Signal.ToString());
    }

    private void ExitAfterGracePeriod()
    {
        if (!_disarmed.Wait(_run.Options.InterruptGracePeriod))
        {
            CleanUpAndExit();
        }
    }

    private void OnProcessExit(object? sender, EventArgs arguments) => CleanUp();

    private void OnUnhandledException(object sender, UnhandledExceptionEventArgs arguments) => CleanUp();

    private void CleanUpAndExit()
    {
        CleanUp();
        Environment.Exit(_exitCode);
    }

    private void CleanUp()
    {
        if (!_disarmed.IsSet)
        {
            // Whoever comes second waits as well: its return would end the process in the middle of the work.
            _worker.Value.Join(TimeLimit);
        }
    }

    /// <summary>A thread of its own, so that a file system that hangs cannot keep a dying process alive.</summary>
    private Thread StartWorker()
    {
        var worker = new Thread(() =>
        {
            // Close first, delete last: what was being made when the door closed has come into being by then.
            Attempt(UnfinishedFiles.Close);
            Attempt(() => _run.Close(TimeLimit / 4));
            Attempt(() => ProcessMarker.KillAll(_run.Mark));
            Attempt(UnfinishedFiles.DeleteAll);
            Attempt(() => _run.OpenedDirectory?.Dispose());
        })
        {
            IsBackground = true,
        };
        worker.Start();
        return worker;
    }

    private static void Attempt(Action step)
    {
        try
        {
            step();
        }
        catch (Exception)
        {
            // The process is going down: there is nobody left to tell, and the next step matters all the more.
        }
    }
}
