using System.Net;
using System.Net.Sockets;
using System.Text;
using ShortsFactory.Downloads.Network;

namespace ShortsFactory.Tests.Downloads;

public sealed class CheckingProxySpecs
{
    private const int Limit = 30_000;
    private const long NoLimit = long.MaxValue;

    private static readonly CheckedConnections Loopback = new(address => address.Equals(IPAddress.Loopback));

    [Fact(Timeout = Limit)]
    public async Task Requests_and_tunnels_go_to_hosts_that_are_allowed()
    {
        await using var server = new FileServer("content"u8.ToArray());
        await using var proxy = CheckingProxy.Start(Loopback, NoLimit);

        var request = await AskAsync(proxy, $"GET {server.At("/a?b")} HTTP/1.1\r\nHost: x\r\nProxy-Connection: keep-alive\r\nConnection: keep-alive\r\n\r\n");
        var tunnel = await AskAsync(proxy, $"CONNECT 127.0.0.1:{server.Address.Port} HTTP/1.1\r\n\r\n", "GET /c HTTP/1.1\r\n\r\n");

        Assert.EndsWith("\r\n\r\ncontent", request, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n", tunnel, StringComparison.Ordinal);
        Assert.Equal(["GET /a?b HTTP/1.1", "Host: x", "Connection: close", "", ""], server.RequestHeaders[0]);
        Assert.Equal("GET /c HTTP/1.1", server.RequestHeaders[1][0]);
        Assert.Null(proxy.Refusal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("GET http://127.0.0.2:{0}/ HTTP/1.1")]
    [InlineData("CONNECT 127.0.0.2:{0} HTTP/1.1")]
    [InlineData("CONNECT [::1]:{0} HTTP/1.1")]
    [InlineData("GET http://[::ffff:127.0.0.2]:{0}/ HTTP/1.0")]
    public async Task Hosts_that_are_not_allowed_are_not_connected_to(string request)
    {
        await using var server = new FileServer([]);
        await using var proxy = CheckingProxy.Start(Loopback, NoLimit);

        var answer = await AskAsync(proxy, request.Replace("{0}", $"{server.Address.Port}", StringComparison.Ordinal) + "\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 Forbidden", answer, StringComparison.Ordinal);
        Assert.NotNull(proxy.Refusal);
        Assert.Empty(server.Requests);
    }

    [Theory(Timeout = Limit)]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET file:///etc/passwd HTTP/1.1\r\n\r\n")]
    [InlineData("GET ftp://127.0.0.1/ HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT http://127.0.0.1:80 HTTP/1.1\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task What_is_no_request_for_a_proxy_gets_nothing(string request)
    {
        await using var proxy = CheckingProxy.Start(Loopback, NoLimit);

        Assert.Equal("", await AskAsync(proxy, request));
    }

    [Fact(Timeout = Limit)]
    public async Task It_brings_no_more_than_its_limit()
    {
        await using var server = new FileServer(new byte[100_000]) { IsEndless = true };
        await using var proxy = CheckingProxy.Start(Loopback, sizeLimit: 1_000_000);

        var answer = await AskAsync(proxy, $"GET {server.Address} HTTP/1.1\r\n\r\n");

        Assert.True(proxy.ReachedLimit);
        Assert.InRange(answer.Length, 900_000, 1_200_000);
    }

    [Fact(Timeout = Limit)]
    public async Task Its_end_ends_its_connections()
    {
        await using var server = new FileServer(new byte[100]) { StallsAfter = 50 };
        var proxy = CheckingProxy.Start(Loopback, NoLimit);
        var asking = AskAsync(proxy, $"GET {server.Address} HTTP/1.1\r\n\r\n");
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await proxy.DisposeAsync();

        await asking;
    }

    /// <summary>Sends the texts, each when something has come for the one before, and returns all that comes.</summary>
    private static async Task<string> AskAsync(CheckingProxy proxy, params string[] texts)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPEndPoint.Parse(new Uri(proxy.Address).Authority), TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var answer = new StringBuilder();
        var block = new byte[1 << 16];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(texts[0]), TestContext.Current.CancellationToken);
        foreach (var text in texts[1..])
        {
            answer.Append(Encoding.ASCII.GetString(block, 0, await stream.ReadAsync(block, TestContext.Current.CancellationToken)));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        }

        try
        {
            while (await stream.ReadAsync(block, TestContext.Current.CancellationToken) is > 0 and var count)
            {
                answer.Append(Encoding.ASCII.GetString(block, 0, count));
            }
        }
        catch (IOException)
        {
            // Cut off, as it may be.
        }

        return answer.ToString();
    }
}
