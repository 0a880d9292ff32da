using Microsoft.Extensions.Logging;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Batches.Reports;

/// <summary>Keeps the report true while the batch is at work: written anew when a short changes its state, and as a whole each time.</summary>
internal sealed class ReportKeeper(BatchLedger ledger, BatchSettings settings, ResourceScope scope, TimeProvider timeProvider, ILogger logger) : IAsyncDisposable
{
    private const int ThumbnailHeight = 400;
    private const int ThumbnailQuality = 72;

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _changes = new(0, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private Task _writing = Task.CompletedTask;
    private bool _isOpen;

    private string DataPath => Path.ChangeExtension(settings.ReportPath, ".json");

    /// <summary>Writes the first report, so that a place that cannot be written to is told before the work.</summary>
    /// <exception cref="InvalidInputException">It cannot be written.</exception>
    public async Task OpenAsync()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(settings.ReportPath)!);
            await WriteAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"the report cannot be written: {exception.Message}", settings.ReportPath, innerException: exception)
            {
                Advice = "Choose another place with -o or --report, or change the folder's permissions.",
            };
        }

        _isOpen = true;
        ledger.Watch(Notice);
        _writing = Task.Run(KeepAsync);
    }

    /// <summary>Takes the picture of a short that is there.</summary>
    public void Note(BatchItem item)
    {
        var cover = Path.ChangeExtension(item.Request.OutputPath, ".jpg");
        try
        {
            if (File.Exists(cover) && Thumbnail.Of(cover, ThumbnailHeight, ThumbnailQuality) is { } thumbnail)
            {
                File.WriteAllBytes(PictureOf(item.Number), thumbnail);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The report goes without.
            logger.NoThumbnail(cover, exception.Message);
        }
    }

    /// <summary>Writes the last report.</summary>
    /// <exception cref="IOException">It cannot be written; an older one is still there.</exception>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _writing.ConfigureAwait(false);
        _closing.Dispose();
        _changes.Dispose();
        if (_isOpen)
        {
            await WriteAsync().ConfigureAwait(false);
        }
    }

    private void Notice(BatchShort changed, bool isNewState)
    {
        lock (_lock)
        {
            if (isNewState && _changes.CurrentCount == 0)
            {
                _changes.Release();
            }
        }
    }

    private async Task KeepAsync()
    {
        try
        {
            while (true)
            {
                await _changes.WaitAsync(_closing.Token).ConfigureAwait(false);
                var started = timeProvider.GetTimestamp();
                await TryWriteAsync().ConfigureAwait(false);

                // A report of hundreds of shorts shall not cost what the shorts are to have.
                var rest = timeProvider.GetElapsedTime(started) * 20;
                await Task.Delay(rest > ShortestInterval ? rest : ShortestInterval, timeProvider, _closing.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The batch is over; the last report is written by whoever closes.
        }
    }

    private async Task TryWriteAsync()
    {
        try
        {
            await WriteAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The older report is still there, and the next change tries again.
            logger.ReportNotWritten(settings.ReportPath, exception.Message);
        }
    }

    private async Task WriteAsync()
    {
        var report = BatchReport.Of(ledger.Read(), settings, Path.GetDirectoryName(settings.ReportPath)!);
        var data = scope.PathOf("report.json");
        var stream = File.Create(data);
        await using (stream.ConfigureAwait(false))
        {
            ReportJson.Write(report, stream);
        }

        await AtomicFile.PublishAsync(data, DataPath, CancellationToken.None).ConfigureAwait(false);
        var page = scope.PathOf("report.html");
        var writer = new StreamWriter(page);
        await using (writer.ConfigureAwait(false))
        {
            new ReportPage(report, settings.ReportPath, timeProvider.LocalTimeZone, ReadPicture).Write(writer);
        }

        await AtomicFile.PublishAsync(page, settings.ReportPath, CancellationToken.None).ConfigureAwait(false);
    }

    private byte[]? ReadPicture(BatchShort made) => File.Exists(PictureOf(made.Number)) ? File.ReadAllBytes(PictureOf(made.Number)) : null;

    private string PictureOf(int number) => scope.PathOf($"thumbnail-{number}.jpg");
}
