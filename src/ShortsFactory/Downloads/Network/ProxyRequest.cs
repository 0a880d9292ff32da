namespace ShortsFactory.Downloads.Network;

/// <summary>What a program asks its proxy for: a tunnel to a host, or a single request that is passed on. Immutable.</summary>
internal sealed class ProxyRequest
{
    private readonly string _requestLine;
    private readonly IReadOnlyList<string> _headers;

    private ProxyRequest(Uri target, bool isTunnel, string requestLine, IReadOnlyList<string> headers)
    {
        Target = target;
        IsTunnel = isTunnel;
        _requestLine = requestLine;
        _headers = headers;
    }

    /// <summary>Host and port, and for a single request all of the address.</summary>
    public Uri Target { get; }

    /// <summary>Whether a tunnel is asked for.</summary>
    public bool IsTunnel { get; }

    /// <summary>The single request as the server itself wants it; it is the only one of its connection, since the next one might be for another host.</summary>
    public string ForServer
    {
        get
        {
            var words = _requestLine.Split(' ');
            return Join([$"{words[0]} {Target.PathAndQuery} {words[2]}", .. _headers, "Connection: close"]);
        }
    }

    /// <summary>Reads the head of a request, from the request line to the empty line; <see langword="null"/> if it is none for a proxy.</summary>
    public static ProxyRequest? Parse(string head)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [var requestLine, .. var headers] || requestLine.Split(' ') is not [var method, var target, "HTTP/1.0" or "HTTP/1.1"])
        {
            return null;
        }

        var isTunnel = method is "CONNECT";
        return Uri.TryCreate(isTunnel ? $"https://{target}/" : target, UriKind.Absolute, out var uri) && (isTunnel ? uri is { PathAndQuery: "/", UserInfo: "" } : uri.Scheme is "http")
            ? new ProxyRequest(uri, isTunnel, requestLine, [.. headers.Where(header => !IsHop(header))])
            : null;
    }

    /// <summary>The request as another proxy wants it.</summary>
    public string ForProxy(Uri proxy)
    {
        var credentials = proxy.UserInfo.Length > 0
            ? [$"Proxy-Authorization: Basic {BasicCredentials.Of(proxy)}"]
            : Array.Empty<string>();
        return Join([_requestLine, .. _headers, .. credentials, .. IsTunnel ? Array.Empty<string>() : ["Connection: close"]]);
    }

    private static bool IsHop(string header) =>
        header.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase) || header.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase);

    private static string Join(IEnumerable<string> lines) => $"{string.Join("\r\n", lines)}\r\n\r\n";
}
