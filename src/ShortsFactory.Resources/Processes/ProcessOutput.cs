using System.Runtime.ExceptionServices;
using System.Text;

namespace ShortsFactory.Resources;

/// <summary>Takes what a child process writes: hands lines on, collects them up to a size, keeps the end of the errors.</summary>
internal sealed class ProcessOutput(ProcessCommand command, ProcessStop stop)
{
    private const int CollectedLimit = 16 << 20;
    private const int ErrorTailLimit = 4 << 10;

    private readonly StringBuilder _collected = new();
    private readonly TextTail _errorTail = new(ErrorTailLimit);
    private readonly CancellationTokenSource _abandoned = new();
    private bool _full;

    public string Collected => _collected.ToString();

    public string ErrorTail => _errorTail.ToString();

    /// <summary>What a taker of lines threw, if one did.</summary>
    public ExceptionDispatchInfo? Refusal { get; private set; }

    public Task ReadOutputAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, TakeOutput, cancellationToken);

    public Task ReadErrorAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, TakeError, cancellationToken);

    /// <summary>Ends the reading soon, although somebody still holds the other end open.</summary>
    public void AbandonAfter(TimeSpan delay) => _abandoned.CancelAfter(delay);

    private async Task ReadAsync(Stream stream, Action<string> onLine, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _abandoned.Token);
        try
        {
            await LineReader.ReadAsync(stream, command.IsSignOfLife is null ? stop.RestartStallLimit : () => { }, line => Guard(onLine, line), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_abandoned.IsCancellationRequested)
        {
            // The program itself has ended; what another process writes to its output does not belong to the result.
        }
    }

    /// <summary>Reading goes on when a taker throws: a full pipe would keep the process from hearing the request to stop.</summary>
    private void Guard(Action<string> onLine, string line)
    {
        if (Refusal is not null)
        {
            return;
        }

        try
        {
            onLine(line);
        }
        catch (Exception exception)
        {
            Refusal = ExceptionDispatchInfo.Capture(exception);
            stop.Request(StopReason.LineRefused);
        }
    }

    private void TakeOutput(string line)
    {
        if (command.IsSignOfLife?.Invoke(line) is true)
        {
            stop.RestartStallLimit();
        }

        if (command.OnOutputLine is { } onOutputLine)
        {
            onOutputLine(line);
            return;
        }

        _full |= _collected.Length + line.Length >= CollectedLimit;
        if (!_full)
        {
            _collected.Append(line).Append('\n');
        }
    }

    private void TakeError(string line)
    {
        _errorTail.Add(line);
        command.OnErrorLine?.Invoke(line);
    }
}
