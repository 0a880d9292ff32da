using System.Net;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Models.Download;

/// <summary>
/// Fetches archives, and is the only place that talks to servers. What has come is kept through every end but success, and the
/// next attempt, be it days later, asks for the rest alone. Thread-safe for different files.
/// </summary>
internal sealed class ModelDownload(IOptions<ModelOptions> options, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ModelOptions _options = options.Value;

    // No decompression: the bytes are those of the checksum. A redirect from https to http is not followed.
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(20),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", "ShortsFactory" } },
    };

    /// <summary>Fetches <paramref name="address"/> into <paramref name="path"/>, or the rest of it.</summary>
    /// <exception cref="ModelInstallException">It cannot be had.</exception>
    public async Task FetchAsync(string model, Uri address, string path, IProgress<InstallProgress> progress, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.TimeLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var part = new PartialFile(path);
        var delay = _options.RetryDelay;
        for (var failures = 0; ;)
        {
            var before = part.Length;
            try
            {
                await AttemptAsync(model, address, part, progress, both.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new ModelInstallException(model, $"the download was stopped: it took more than {_options.TimeLimit.TotalMinutes:0.#} minutes.")
                {
                    Advice = "Run it again: it goes on from there. Models:TimeLimit can be raised.",
                };
            }
            catch (DownloadFault fault)
            {
                (failures, delay) = part.Length > before ? (1, _options.RetryDelay) : (failures + 1, delay);
                if (failures >= _options.Attempts)
                {
                    throw new ModelInstallException(model, $"{address.Host} {fault.Message} after {failures} attempts in a row.", fault)
                    {
                        Advice = part.Length > 0 ? "Run it again later: it goes on from where it is." : "Check the network and run it again, or fetch the file yourself and give it with --from.",
                    };
                }

                progress.Report(new InstallProgress("waiting", 0, $"{address.Host} {fault.Message}"));
                await Task.Delay(fault.Wait is { } wait && wait < LongestWait ? wait : delay, timeProvider, both.Token).ConfigureAwait(false);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task AttemptAsync(string model, Uri address, PartialFile part, IProgress<InstallProgress> progress, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var resumed = part.TryResume(address, request);
        try
        {
            using var response = await InTimeAsync(
                token => _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && resumed)
            {
                if (response.Content.Headers.ContentRange?.Length == part.Length)
                {
                    return;
                }

                part.Delete();
                throw new DownloadFault("has another file now");
            }

            Check(model, address, response);
            var total = await BeginAsync(address, response, part, resumed, cancellationToken).ConfigureAwait(false);
            await CopyAsync(model, response, part, total, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new DownloadFault($"cannot be reached or broke off ({exception.HttpRequestError}: {exception.InnerException?.Message ?? exception.Message})");
        }
        catch (HttpIOException exception)
        {
            throw new DownloadFault($"broke off the connection ({exception.HttpRequestError})");
        }
    }

    private static void Check(string model, Uri address, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is 408 or 429 or >= 500)
        {
            throw new DownloadFault($"answered {status}", response.Headers.RetryAfter?.Delta);
        }

        if (status is not (200 or 206))
        {
            throw new ModelInstallException(model, $"the server answered {status} ({response.ReasonPhrase}) for {address}.")
            {
                Advice = "If the file has moved, give its new address with --from.",
            };
        }
    }

    /// <summary>Makes the part ready for what comes, and returns the length of the whole, if it is known.</summary>
    private async Task<long?> BeginAsync(Uri address, HttpResponseMessage response, PartialFile part, bool resumed, CancellationToken cancellationToken)
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

        await part.StartOverAsync(DownloadState.Of(address, response), cancellationToken).ConfigureAwait(false);
        return response.Content.Headers.ContentLength;
    }

    private async Task CopyAsync(
        string model, HttpResponseMessage response, PartialFile part, long? total, IProgress<InstallProgress> progress, CancellationToken cancellationToken)
    {
        RefuseLarge(model, total ?? 0);
        var source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var target = part.Append();
        await using (source.ConfigureAwait(false))
        await using (target.ConfigureAwait(false))
        {
            var block = new byte[1 << 16];
            int count;
            while ((count = await InTimeAsync(token => source.ReadAsync(block, token).AsTask(), cancellationToken).ConfigureAwait(false)) > 0)
            {
                await target.WriteAsync(block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                RefuseLarge(model, target.Position);
                progress.Report(InstallProgress.Downloading(target.Position, total));
            }

            if (total is { } length && target.Position != length)
            {
                throw new DownloadFault($"sent {target.Position} bytes instead of {length}");
            }
        }
    }

    private void RefuseLarge(string model, long length)
    {
        if (length > _options.ArchiveLimit)
        {
            throw new ModelInstallException(model, $"its archive is larger than {_options.ArchiveLimit} bytes.")
            {
                Advice = "If it is the right one, raise Models:ArchiveLimit.",
            };
        }
    }

    /// <summary>Waits for the server no longer than it may be silent.</summary>
    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        using var stall = new CancellationTokenSource(_options.StallLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellationToken);
        try
        {
            return await wait(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DownloadFault($"sent nothing for {_options.StallLimit.TotalSeconds:0.#} s");
        }
    }
}
