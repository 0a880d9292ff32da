using System.Net;

namespace ShortsFactory.Downloads.Network;

/// <summary>Makes the handlers of all clients that call addresses of others: over checked connections, and without following redirects or keeping cookies.</summary>
public static class CheckedHandler
{
    /// <summary>A handler for addresses of the public net.</summary>
    /// <param name="allowPrivate">Whether addresses of this machine and of private networks may be called too.</param>
    public static SocketsHttpHandler Create(bool allowPrivate) => Create(new CheckedConnections(allowPrivate ? _ => true : AddressRules.IsPublic));

    internal static SocketsHttpHandler Create(CheckedConnections connections) => new()
    {
        // The bytes are to be those of the checksum; redirects are for the caller to judge, and nobody's cookies go from one site to another.
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        Proxy = EnvironmentProxy.Instance,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var target = context.InitialRequestMessage.RequestUri!;
            return await connections.ConnectAsync(target, EnvironmentProxy.Instance.GetProxy(target), cancellationToken).ConfigureAwait(false);
        },
    };
}
