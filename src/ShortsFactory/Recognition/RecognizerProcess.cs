using System.Collections.Concurrent;
using System.Text.Json;
using ShortsFactory.Recognition.Protocol;
using ShortsFactory.Resources;

namespace ShortsFactory.Recognition;

/// <summary>One life of the recogniser process: takes requests, several at a time, until it fails once. Thread-safe.</summary>
internal sealed class RecognizerProcess
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<RecognizerAnswer>> _open = [];
    private readonly ChildProcess _process;
    private readonly Task<Exception> _end;
    private int _lastId;
    private RecognizerException? _silence;

    private RecognizerProcess(ResourceScope scope, ProcessCommand command, CancellationToken cancellationToken)
    {
        _process = scope.Start(command with { OnOutputLine = Accept }, cancellationToken);
        _end = WaitForEndAsync();
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts the process, which belongs to <paramref name="scope"/>.</summary>
    public static RecognizerProcess Start(ResourceScope scope, ProcessCommand command, CancellationToken cancellationToken) =>
        new(scope, command, cancellationToken);

    /// <summary>Sends the request that <paramref name="describe"/> makes for an id, and returns its answer.</summary>
    /// <exception cref="RecognizerException">The process crashed, talked nonsense, or did not answer in time.</exception>
    public async Task<RecognizerAnswer> AskAsync(Func<int, RecognizerRequest> describe, TimeSpan limit, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<RecognizerAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = answer;
        try
        {
            await SendAsync(describe(id), cancellationToken).ConfigureAwait(false);
            await Task.WhenAny(answer.Task, _end).WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _silence = RecognizerException.ForSilence(limit);
            await _process.DisposeAsync().ConfigureAwait(false);
            throw _silence;
        }
        finally
        {
            _open.TryRemove(id, out _);
        }

        return answer.Task.IsCompleted
            ? await answer.Task.ConfigureAwait(false)
            : throw await _end.ConfigureAwait(false);
    }

    private async Task SendAsync(RecognizerRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var line = JsonSerializer.Serialize(request, ProtocolJsonContext.Default.RecognizerRequest);
            await _process.WriteLineAsync(line, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It takes no more input, so it has ended or is about to: how it ended is the better error.
        }
    }

    private void Accept(string line)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(line, ProtocolJsonContext.Default.RecognizerAnswer);
            if (answer is not null && _open.TryGetValue(answer.Id, out var request))
            {
                request.TrySetResult(answer);
                return;
            }
        }
        catch (JsonException)
        {
            // Told below, as for a line that answers nothing.
        }

        throw RecognizerException.ForGarbage(line);
    }

    /// <summary>Waits for the end, which is never awaited for: whatever it is, it is the error of every open request.</summary>
    private async Task<Exception> WaitForEndAsync()
    {
        try
        {
            await _process.Completion.ConfigureAwait(false);
            return new RecognizerException("The recogniser ended although it was still needed.") { ExitCode = 0 };
        }
        catch (ProcessFailedException exception)
        {
            return RecognizerException.ForCrash(exception);
        }
        catch (RecognizerException garbage)
        {
            return garbage;
        }
        catch (OperationCanceledException stopped)
        {
            // Stopped because one request got no answer, it is the same failure for the others and not their cancel.
            return _silence ?? (Exception)stopped;
        }
    }
}
