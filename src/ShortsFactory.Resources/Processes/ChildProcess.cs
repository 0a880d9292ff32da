using System.ComponentModel;
using System.Text;
using System.Threading.Channels;
using CliWrap;

namespace ShortsFactory.Resources;

/// <summary>
/// A supervised child process. It is stopped in two phases (an interrupt, then after the grace period a kill of whatever
/// descends from it), and its end says which it was: a failure, a reached limit, or the caller's cancel. Thread-safe.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable, IOwnedResource
{
    /// <summary>How long a descendant may hold the output open after the program itself has ended.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    private readonly ProcessCommand _command;
    private readonly ResourceRun _run;
    private readonly string _mark;
    private readonly Action<ChildProcess> _onEnded;
    private readonly CancellationToken _callerToken;
    private readonly long _started;
    private readonly ProcessStop _stop;
    private readonly ProcessOutput _output;
    private readonly Channel<string> _input = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(
        ProcessCommand command, ResourceRun run, string mark, string openedAt, Action<ChildProcess> onEnded, CancellationToken callerToken)
    {
        _command = command;
        _run = run;
        _mark = mark;
        OpenedAt = openedAt;
        _onEnded = onEnded;
        _callerToken = callerToken;
        _started = run.TimeProvider.GetTimestamp();
        _stop = new ProcessStop(command, run);
        _output = new ProcessOutput(command, _stop);
    }

    /// <summary>The process id.</summary>
    public int Id { get; private set; }

    /// <summary>Ends when the process has ended; faults as <see cref="ResourceScope.RunAsync"/> throws.</summary>
    public Task<ProcessResult> Completion { get; private set; } = Task.FromException<ProcessResult>(new InvalidOperationException("Not started."));

    ResourceKind IOwnedResource.Kind => ResourceKind.Process;

    string IOwnedResource.Label => $"{_command.Tool} ({Id})";

    string IOwnedResource.OpenedAt => OpenedAt;

    private string OpenedAt { get; }

    internal static ChildProcess Start(
        ProcessCommand command, ResourceRun run, string mark, string openedAt, Action<ChildProcess> onEnded, CancellationToken callerToken)
    {
        var process = new ChildProcess(command, run, mark, openedAt, onEnded, callerToken);
        try
        {
            process.Start();
            return process;
        }
        catch (Exception exception)
        {
            process._stop.Dispose();
            if (command.WorkingDirectory is { } directory && !Directory.Exists(directory))
            {
                // The system tells it in the same words as a missing program.
                throw new WorkDirectoryException(directory, new DirectoryNotFoundException("It is not there any more.", exception));
            }

            if (exception is Win32Exception)
            {
                throw ToolMissingException.ForProgram(command.FileName, (exception.InnerException ?? exception).Message, exception);
            }

            throw;
        }
    }

    /// <summary>Sends a line to the standard input of an interactive process.</summary>
    /// <exception cref="InvalidOperationException">The input has been closed, or the process has ended; <see cref="Completion"/> says how.</exception>
    public ValueTask WriteLineAsync(string line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _input.Writer.TryWrite(line)
            ? ValueTask.CompletedTask
            : throw new InvalidOperationException($"{_command.Tool} takes no more input.");
    }

    /// <summary>Closes the standard input of an interactive process, which is how it is asked to end.</summary>
    public void CloseInput() => _input.Writer.TryComplete();

    /// <summary>Stops the process if it still runs and waits for its end; never throws for how it ended.</summary>
    public async ValueTask DisposeAsync()
    {
        RequestStop();
        await ((Task)Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    ValueTask IOwnedResource.ReleaseAsync() => DisposeAsync();

    /// <summary>Asks the process to stop and does not wait.</summary>
    internal void RequestStop()
    {
        // One that is talked to ends with its input, even where an interrupt does not reach it, as in a shell's background job.
        CloseInput();
        _stop.Request(StopReason.ScopeReleased);
    }

    private void Start()
    {
#pragma warning disable RS0030 // The only place where a process starts: nobody but this class needs to know when it exits.
        var execution = Describe().ExecuteAsync(null, process =>
        {
            process.Exited += (_, _) => _exited.TrySetResult();
            if (process.HasExited)
            {
                _exited.TrySetResult();
            }
        }, _stop.Kill, _stop.Interrupt);
#pragma warning restore RS0030
        Id = execution.ProcessId;
        Completion = SuperviseAsync(execution.Task);
    }

    private Command Describe()
    {
        string[] words = [.. ChildLimits.Prefix(_run.Options, _command.MemoryLimit), ProgramPath.Find(_command.FileName), .. _command.Arguments];
        var command = Cli.Wrap(words[0])
            .WithArguments(words[1..])
            .WithEnvironmentVariables(ChildEnvironment.Changes(_mark, _command, _run.Options))
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(Input())
            .WithStandardOutputPipe(PipeTarget.Create(_output.ReadOutputAsync))
            .WithStandardErrorPipe(PipeTarget.Create(_output.ReadErrorAsync));
        return _command.WorkingDirectory is { } directory ? command.WithWorkingDirectory(directory) : command;
    }

    private PipeSource Input() => _command switch
    {
        { Interactive: true } => PipeSource.Create(FeedAsync),
        { StandardInput: { } text } => PipeSource.FromString(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
        _ => PipeSource.Null,
    };

    private async Task FeedAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in _input.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            // After a broken pipe nobody takes the lines out any more.
            CloseInput();
        }
    }

    private async Task<ProcessResult> SuperviseAsync(Task<CommandResult> execution)
    {
        // The scope's list must have the process before it can be taken out again.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        _run.Logger.ProcessStarted(_command.Tool, Id, string.Join(' ', _command.Arguments));
        var registration = _callerToken.UnsafeRegister(static state => ((ProcessStop)state!).Request(StopReason.Cancelled), _stop);
        try
        {
            return Conclude(await WaitAsync(execution).ConfigureAwait(false));
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            CloseInput();
            _onEnded(this);
        }
    }

    private async Task<int> WaitAsync(Task<CommandResult> execution)
    {
        try
        {
            await Task.WhenAny(_exited.Task, execution).ConfigureAwait(false);

            // The program itself has ended: what another process does with its output is not its running on.
            _stop.Dispose();
            await ((Task)execution).WaitAsync(DrainLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!execution.IsCompleted)
            {
                // Killed, it lets go of the output, whose rest is then still read; only somebody without the mark holds on.
                _run.KillOrphans(_mark);
                _output.AbandonAfter(DrainLimit);
            }

            return (await execution.ConfigureAwait(false)).ExitCode;
        }
        catch (Exception exception) when (_stop.Reason != StopReason.None && exception is OperationCanceledException or TimeoutException)
        {
            return -1;
        }
        finally
        {
            _stop.Dispose();
            if (_stop.Reason != StopReason.None)
            {
                // The tree that was killed is the one of parents and children; who has left it is found by the mark alone.
                _run.KillOrphans(_mark);
            }
        }
    }

    private ProcessResult Conclude(int exitCode)
    {
        var duration = _run.TimeProvider.GetElapsedTime(_started);
        _run.Logger.ProcessEnded(_command.Tool, Id, exitCode, duration.TotalSeconds);
        switch (_stop.Reason)
        {
            case StopReason.Cancelled:
                throw new OperationCanceledException($"{_command.Tool} was cancelled.", _callerToken);
            case StopReason.ScopeReleased:
                throw new OperationCanceledException($"{_command.Tool} was stopped with its scope.");
            case StopReason.TimeLimit:
                throw new ProcessTimedOutException(_command.Tool, _command.TimeLimit, stalled: false, _output.ErrorTail);
            case StopReason.Stalled:
                throw new ProcessTimedOutException(_command.Tool, _command.StallLimit!.Value, stalled: true, _output.ErrorTail);
        }

        _output.Refusal?.Throw();
        // Some programs end well although the disk did not take all that they wrote, and only say so.
        if (!_command.SuccessExitCodes.Contains(exitCode) || DiskSpace.SaysSo(_output.ErrorTail))
        {
            // A terminal sends Ctrl-C to the children as well; the one that dies of it before it is told to has not failed.
            throw _callerToken.IsCancellationRequested || _run.StopRequest.IsCancellationRequested
                ? new OperationCanceledException($"{_command.Tool} was interrupted.", _callerToken)
                : new ProcessFailedException(_command.Tool, exitCode, _output.ErrorTail)
                {
                    Advice = ChildLimits.Explain(exitCode, _run.Options),
                    DiskWasFull = _command.WorkingDirectory is { } directory && DiskSpace.IsFull(directory),
                };
        }

        return new ProcessResult
        {
            ExitCode = exitCode,
            Duration = duration,
            StandardOutput = _output.Collected,
            StandardErrorTail = _output.ErrorTail,
        };
    }
}
