using System.Text;
using Microsoft.Extensions.Options;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Sends messages: to addresses that may be called, and never on to where a redirect points. Of answers only the status is read. Thread-safe.</summary>
internal sealed class WebhookClient : IDisposable
{
    private const int AnswerHeaderKilobytes = 16;

    private readonly HttpClient _client;

    public WebhookClient(IOptions<WebhookOptions> options)
    {
        var handler = CheckedHandler.Create(options.Value.AllowPrivate);
        handler.MaxResponseHeadersLength = AnswerHeaderKilobytes;
        // What else there is of an answer is not waited for, whatever its length.
        handler.MaxResponseDrainSize = 0;
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        _client = new HttpClient(handler) { Timeout = options.Value.TimeLimit };
    }

    /// <summary>Sends a message.</summary>
    /// <returns>The status of the answer, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The caller stopped it.</exception>
    public async Task<(int? Status, string? Error)> SendAsync(Delivery delivery, string signature, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, WebhookAddress.Parse(delivery.Address));
            request.Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json");
            request.Headers.Add("User-Agent", $"ShortsFactory/{ProductVersion.Version}");
            request.Headers.Add("X-ShortsFactory-Event", delivery.Event);
            request.Headers.Add("X-ShortsFactory-Delivery", delivery.Id);
            request.Headers.Add("X-ShortsFactory-Signature", signature);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return ((int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"no answer within {_client.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException refused)
        {
            return (null, $"{refused.Message}; Server:Webhooks:AllowPrivate allows such");
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidInputException)
        {
            return (null, (exception.InnerException ?? exception).Message);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
