using System.Net;

namespace ShortsFactory.Downloads.Network;

/// <summary>The proxy that the environment names (<c>https_proxy</c>, <c>http_proxy</c>, <c>no_proxy</c>); this machine is reached without.</summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    public static EnvironmentProxy Instance { get; } = new();

    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The environment's proxy brings its own.");
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
