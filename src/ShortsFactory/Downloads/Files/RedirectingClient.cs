using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Downloads.Files;

/// <summary>Sends requests over checked connections, and follows redirects as far as that is safe. Thread-safe.</summary>
internal sealed class RedirectingClient : IDisposable
{
    private const int RedirectLimit = 10;

    private readonly HttpClient _client;

    public RedirectingClient(CheckedConnections connections) =>
        _client = new HttpClient(CheckedHandler.Create(connections))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "ShortsFactory" } },
        };

    /// <summary>Asks for a file and returns the answer that is no redirect, as soon as its headers are there.</summary>
    /// <param name="address">The file.</param>
    /// <param name="prepare">Completes each request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidInputException">The address, or one that it leads to, is not fetched from.</exception>
    public async Task<HttpResponseMessage> GetAsync(WebAddress address, Action<HttpRequestMessage> prepare, CancellationToken cancellationToken)
    {
        var target = address.Uri;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            prepare(request);
            if (address.Uri.UserInfo.Length > 0 && IsSameSite(address.Uri, target))
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicCredentials.Of(address.Uri));
            }

            var response = await SendAsync(address, request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            target = redirects < RedirectLimit ? Follow(address, target, location) : throw Refuse(address, $"it was redirected more than {RedirectLimit} times.");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(WebAddress address, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException refused)
        {
            throw refused.For(address);
        }
        catch (HttpRequestException exception) when (exception.InnerException is OperationCanceledException cancelled && cancellationToken.IsCancellationRequested)
        {
            ExceptionDispatchInfo.Throw(cancelled);
            throw;
        }
    }

    internal static Uri Follow(WebAddress address, Uri from, Uri location)
    {
        var target = new Uri(from, location);
        if (!WebAddress.IsWeb(target))
        {
            throw Refuse(address, $"it was redirected to an address of the kind '{target.Scheme}:', which is not fetched.");
        }

        return from.Scheme is "https" && target.Scheme is "http"
            ? throw Refuse(address, $"it was redirected from https to http ({WebAddress.Show(target)}), which others can listen to and change.")
            : target;
    }

    private static bool IsSameSite(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static InvalidInputException Refuse(WebAddress address, string reason) =>
        new(reason, address.ToString()) { Advice = "Open the address in a browser to see where it leads, and give the one of the file itself." };
}
