using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShortsFactory.Downloads.Network;

/// <summary>
/// A proxy on loopback for a program that does its own networking: each of its connections is made by us, to an address that was
/// looked at, and all of them together bring no more than a limit. Lives as long as the program.
/// </summary>
internal sealed class CheckingProxy : IAsyncDisposable
{
    private const int LongestHead = 1 << 16;

    private readonly CheckedConnections _connections;
    private readonly long _sizeLimit;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _serving = [];
    private readonly Task _accepting;
    private long _received;

    private CheckingProxy(CheckedConnections connections, long sizeLimit)
    {
        _connections = connections;
        _sizeLimit = sizeLimit;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The proxy's address.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>The last connection that was refused; <see langword="null"/> if none was.</summary>
    public AddressRefusedException? Refusal { get; private set; }

    /// <summary>Whether it was cut off because it brought too much.</summary>
    public bool ReachedLimit => Interlocked.Read(ref _received) > _sizeLimit;

    public static CheckingProxy Start(CheckedConnections connections, long sizeLimit) => new(connections, sizeLimit);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
            _serving.RemoveAll(task => task.IsCompleted);
            _serving.Add(ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadHeadAsync(stream).ConfigureAwait(false) is { } head && ProxyRequest.Parse(head) is { } request)
                {
                    await RelayAsync(stream, request).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One side has gone, or the program is over.
            }
        }
    }

    private async Task RelayAsync(NetworkStream client, ProxyRequest request)
    {
        try
        {
            var proxy = EnvironmentProxy.Instance.GetProxy(request.Target);
            var server = await _connections.ConnectAsync(request.Target, proxy, _stop.Token).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                var (first, text) = proxy is null && request.IsTunnel
                    ? ((Stream)client, "HTTP/1.1 200 OK\r\n\r\n")
                    : (server, proxy is null ? request.ForServer : request.ForProxy(proxy));
                await first.WriteAsync(Encoding.Latin1.GetBytes(text), _stop.Token).ConfigureAwait(false);
                await PumpAsync(client, server).ConfigureAwait(false);
            }
        }
        catch (AddressRefusedException exception)
        {
            Refusal = exception;
            await RefuseAsync(client, "403 Forbidden").ConfigureAwait(false);
        }
        catch (SocketException)
        {
            await RefuseAsync(client, "502 Bad Gateway").ConfigureAwait(false);
        }
    }

    private async Task PumpAsync(NetworkStream client, Stream server)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var up = client.CopyToAsync(server, end.Token);
        try
        {
            var block = new byte[1 << 16];
            int count;
            while (!ReachedLimit && (count = await server.ReadAsync(block, end.Token).ConfigureAwait(false)) > 0)
            {
                Interlocked.Add(ref _received, count);
                await client.WriteAsync(block.AsMemory(0, count), end.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RefuseAsync(NetworkStream client, string status) =>
        await client.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _stop.Token).ConfigureAwait(false);

    /// <summary>What a client says before its data; <see langword="null"/> if it goes, or does not come to an end.</summary>
    private async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < LongestHead && await stream.ReadAsync(one, _stop.Token).ConfigureAwait(false) > 0)
        {
            head.Append((char)one[0]);
            if (one[0] == '\n' && head.Length > 3 && head.ToString(head.Length - 4, 4) is "\r\n\r\n")
            {
                return head.ToString();
            }
        }

        return null;
    }
}
