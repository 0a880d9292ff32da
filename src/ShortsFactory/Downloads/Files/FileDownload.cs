using System.Net;
using Microsoft.Extensions.Options;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads.Files;

/// <summary>
/// Fetches single files. What has come is kept through every end but success, and the next attempt, be it days later, asks for the
/// rest alone. Thread-safe for different files.
/// </summary>
internal sealed class FileDownload(CheckedConnections connections, IOptions<DownloadOptions> options, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly DownloadOptions _options = options.Value;

    // Most runs fetch nothing, and are not to wait for what would be needed for it.
    private readonly Lazy<RedirectingClient> _client = new(() => new RedirectingClient(connections));

    /// <summary>Fetches the file, or the rest of it.</summary>
    /// <exception cref="InvalidInputException">The address is not one that anything is fetched from, or it has no such file.</exception>
    /// <exception cref="DownloadException">The network or the server failed again and again.</exception>
    /// <exception cref="DiskFullException">There is no room for it.</exception>
    public async Task<FileResponse> FetchAsync(FileRequest request, IProgress<MediaProgress> progress, CancellationToken cancellationToken)
    {
        var part = new PartialFile(request.Path);
        var delay = _options.RetryDelay;
        var furthest = part.Length;
        for (var failures = 0; ;)
        {
            try
            {
                return await AttemptAsync(request, part, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (DownloadFault fault)
            {
                (failures, delay) = part.Length > furthest ? (1, _options.RetryDelay) : (failures + 1, delay);
                furthest = Math.Max(furthest, part.Length);
                if (failures >= _options.Attempts)
                {
                    throw new DownloadException(request.Address.ToString(), $"the server {fault.Message} after {failures} attempts in a row.", fault)
                    {
                        Advice = part.Length > 0 ? "Run it again later: it goes on from where it is." : "Check the address and the network, and run it again.",
                    };
                }

                var wait = fault.Wait is { } asked ? (asked < LongestWait ? asked : LongestWait) : delay;
                progress.Report(new MediaProgress(part.Length, Total: null, $"waiting {wait.TotalSeconds:0} s: the server {fault.Message}"));
                await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private async Task<FileResponse> AttemptAsync(FileRequest request, PartialFile part, IProgress<MediaProgress> progress, CancellationToken cancellationToken)
    {
        var resumed = false;
        using var response = await InTimeAsync(
            token => _client.Value.GetAsync(request.Address, message => resumed = part.TryResume(request.Address, message), token), cancellationToken).ConfigureAwait(false);
        var name = ResponseCheck.NameOf(response, request.Address);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && resumed)
        {
            if (response.Content.Headers.ContentRange?.Length == part.Length)
            {
                return new FileResponse(name, IsPage: false);
            }

            part.Delete();
            throw new DownloadFault("has another file now");
        }

        ResponseCheck.RefuseStatus(response, request.Address, timeProvider);
        var total = await BeginAsync(request, response, part, resumed, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await CopyAsync(request, response, part, total, progress, cancellationToken).ConfigureAwait(false))
            {
                return new FileResponse(name, IsPage: false);
            }
        }
        catch (InvalidInputException)
        {
            // What is too large is not gone on with.
            part.Delete();
            throw;
        }

        part.Delete();
        return new FileResponse(name, IsPage: true);
    }

    /// <summary>Makes the part ready for what comes, and returns the length of the whole, if it is known.</summary>
    private static async Task<long?> BeginAsync(FileRequest request, HttpResponseMessage response, PartialFile part, bool resumed, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            var range = response.Content.Headers.ContentRange;
            if (resumed && range?.From == part.Length)
            {
                return range.Length;
            }

            part.Delete();
            throw new DownloadFault("sent another part than was asked for");
        }

        await part.StartOverAsync(DownloadState.Of(request.Address, response), cancellationToken).ConfigureAwait(false);
        return response.Content.Headers.ContentLength;
    }

    /// <summary>Copies what comes behind what is there; returns <see langword="false"/> as soon as it turns out to be a page.</summary>
    private async Task<bool> CopyAsync(
        FileRequest request, HttpResponseMessage response, PartialFile part, long? total, IProgress<MediaProgress> progress, CancellationToken cancellationToken)
    {
        var room = new DownloadRoom(request, _options.FreeDisk);
        room.Require(part.Length, total);
        var source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var target = part.Append();
        await using (source.ConfigureAwait(false))
        await using (target.ConfigureAwait(false))
        {
            var block = new byte[1 << 16];
            int count;
            while ((count = await InTimeAsync(token => source.ReadAsync(block, token).AsTask(), cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (target.Position == 0 && WebPage.Begins(block.AsSpan(0, count)))
                {
                    return false;
                }

                await room.WriteAsync(target, block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                progress.Report(new MediaProgress(target.Position, total));
            }

            return total is { } length && target.Position != length ? throw new DownloadFault($"sent {target.Position} bytes instead of {length}") : true;
        }
    }

    /// <summary>Waits for the server no longer than it may be silent; what breaks meanwhile may not break again.</summary>
    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        using var stall = new CancellationTokenSource(_options.StallLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellationToken);
        try
        {
            return await wait(both.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            throw new DownloadFault($"sent nothing for {_options.StallLimit.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException exception)
        {
            throw new DownloadFault($"cannot be reached or broke off ({exception.HttpRequestError}: {exception.InnerException?.Message ?? exception.Message})");
        }
        catch (IOException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DownloadFault($"broke off the connection ({(exception as HttpIOException)?.HttpRequestError.ToString() ?? exception.Message})");
        }
    }
}
