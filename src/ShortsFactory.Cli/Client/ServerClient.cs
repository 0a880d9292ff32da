using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Client;

/// <summary>Talks to a server's REST interface, and turns its answers into values, and its problems into our errors.</summary>
internal sealed class ServerClient : IDisposable
{
    private const string Prefix = "api/v1/";

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(100);

    private readonly HttpClient _client;

    /// <exception cref="InvalidInputException">The address is none.</exception>
    public ServerClient(ClientOptions options)
    {
        var address = Uri.TryCreate(options.Server.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new InvalidInputException($"'{options.Server}' is no address of a server.") { Advice = "Write it as http://127.0.0.1:5080." };
        _client = new HttpClient { BaseAddress = address, Timeout = AnswerLimit };
        _client.DefaultRequestHeaders.Add("X-ShortsFactory-Client", "cli");
        if (options.ApiKey.Length > 0)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        }
    }

    private string Address => _client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    /// <summary>Asks for something, and reads it.</summary>
    /// <exception cref="ShortsFactoryException">There is no server, or it refuses.</exception>
    public async Task<(T Value, string Json)> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await ReadAsync(HttpMethod.Get, path, body: null, type, cancellationToken);

    /// <summary>Sends something, and reads the answer.</summary>
    /// <exception cref="ShortsFactoryException">There is no server, or it refuses.</exception>
    public async Task<(T Value, string Json)> ReadAsync<T>(
        HttpMethod method, string path, JsonNode? body, JsonTypeInfo<T> type, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        using var response = await SendAsync(method, path, body, cancellationToken, idempotencyKey);
        var json = await response.Content.ReadAsStringAsync(cancellationToken);
        return (JsonSerializer.Deserialize(json, type) ?? throw Strange(), json);
    }

    /// <summary>Sends something whose answer has nothing to read.</summary>
    /// <exception cref="ShortsFactoryException">There is no server, or it refuses.</exception>
    public async Task SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, body: null, cancellationToken);
    }

    /// <summary>Writes what is asked for, such as a video, to a stream as it comes.</summary>
    /// <exception cref="ShortsFactoryException">There is no server, or it refuses.</exception>
    public async Task CopyAsync(string path, Stream target, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, body: null, cancellationToken);
        try
        {
            await response.Content.CopyToAsync(target, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ServerException($"the server at {Address} broke off: {exception.Message}", exception) { Advice = "Try again." };
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path[1..] : Prefix + path);
        request.Content = body is null ? null : JsonContent.Create(body, RemoteJson.Default.JsonNode);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ServerException($"no server at {Address}: {exception.Message}", exception)
            {
                Advice = "Start one with 'shorts serve', or name another one with --server or Client:Server.",
            };
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServerException($"the server at {Address} did not answer within {AnswerLimit.TotalSeconds:0} s.", exception) { Advice = "Look at its log." };
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ProblemAsync(response, cancellationToken);
        }
    }

    private async Task<ShortsFactoryException> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        RemoteProblem? problem = null;
        try
        {
            problem = await response.Content.ReadFromJsonAsync(RemoteJson.Default.RemoteProblem, cancellationToken);
        }
        catch (JsonException)
        {
            // Not one of our servers, or something between us and it: the status says all that is known.
        }

        var line = problem?.Line is { } number ? $"line {number}: " : "";
        var message = line + (problem?.Detail ?? problem?.Title ?? $"the server at {Address} answered {(int)response.StatusCode} {response.ReasonPhrase}.");
        return (int)response.StatusCode < (int)HttpStatusCode.InternalServerError
            ? new InvalidInputException(message) { Advice = problem?.Advice ?? AdviceFor(response.StatusCode) }
            : new ServerException(message) { Advice = problem?.Advice ?? "Look at the server's log." };
    }

    private static string? AdviceFor(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Put a key of this server into the environment as SHORTS__Client__ApiKey; 'shorts keys add' makes one.",
        _ => null,
    };

    private ServerException Strange() => new($"the server at {Address} gave an answer that is not known here.") { Advice = "Is it of the same version?" };
}
