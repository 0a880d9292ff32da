using System.Net;
using System.Net.Sockets;

namespace ShortsFactory.Downloads.Network;

/// <summary>
/// Opens connections to hosts whose addresses are allowed: a name is resolved once, and what is connected to is the very address that was
/// looked at. Thread-safe.
/// </summary>
/// <param name="isAllowed">Whether an address may be connected to.</param>
internal sealed class CheckedConnections(Func<IPAddress, bool> isAllowed)
{
    /// <summary>To hosts of the public net alone, unless the options allow others.</summary>
    public static CheckedConnections For(DownloadOptions options) => new(options.AllowPrivate ? _ => true : AddressRules.IsPublic);

    /// <summary>Connects to the host of an address, or to the proxy that makes the connection.</summary>
    /// <exception cref="AddressRefusedException">The host may not be connected to.</exception>
    /// <exception cref="SocketException">The host, or the proxy, is unknown or does not answer.</exception>
    public Task<Stream> ConnectAsync(Uri target, Uri? proxy, CancellationToken cancellationToken) => proxy is null
        ? ConnectAsync(target.IdnHost, target.Port, cancellationToken)
        : ConnectThroughAsync(proxy, target.IdnHost, cancellationToken);

    /// <exception cref="AddressRefusedException">The host may not be connected to.</exception>
    /// <exception cref="SocketException">The host is unknown or does not answer.</exception>
    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(socket => socket.ConnectAsync(addresses, port, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>
    /// Connects to the environment's proxy, which is the user's own choice and makes the connections itself. Names that only the proxy can
    /// resolve are its own to judge.
    /// </summary>
    /// <exception cref="AddressRefusedException">As far as can be seen from here, the host may not be connected to.</exception>
    public async Task<Stream> ConnectThroughAsync(Uri proxy, string host, CancellationToken cancellationToken)
    {
        try
        {
            await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // Behind a proxy, names of the net often cannot be resolved.
        }

        return await OpenAsync(socket => socket.ConnectAsync(proxy.IdnHost, proxy.Port, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task<Stream> OpenAsync(Func<Socket, ValueTask> connect)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connect(socket).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] all = IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = [.. all.Where(isAllowed)];
        return allowed.Length == 0 && all.Length > 0 ? throw new AddressRefusedException(host, all[0]) : allowed;
    }
}
