using System.Net;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Security;

/// <summary>
/// Refuses what a page of another site has a browser send: changes that come from elsewhere (CSRF), and requests under a name that is not
/// this server's, which somebody had point here (DNS rebinding).
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, Binding binding, IOptions<SecurityOptions> options)
{
    private readonly HashSet<string> _names = new(options.Value.Hosts, StringComparer.OrdinalIgnoreCase) { "localhost", Environment.MachineName };

    public Task InvokeAsync(HttpContext context) =>
        !IsOurs(context) ? Refusal.WriteAsync(
            context, StatusCodes.Status421MisdirectedRequest, "The server does not go by the name that was asked for.",
            "Call it by the address that it listens on, or list the name: --set Server:Security:Hosts:0=NAME.")
        : IsChange(context.Request.Method) && IsForeign(context.Request) ? Refusal.WriteAsync(
            context, StatusCodes.Status403Forbidden, "A page of another site asked for a change.",
            "Changes are taken from the server's own pages, and from programs, which send neither Origin nor Sec-Fetch-Site.")
        : next(context);

    private static bool IsChange(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none")
            || (origin.Length > 0 && !IsOf(origin, request.Host.Value ?? ""));
    }

    /// <summary>The scheme does not count: a proxy in front may speak https where we speak http.</summary>
    private static bool IsOf(string origin, string host) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address is no name that anybody can have point elsewhere; but it must be one of ours all the same.</summary>
    private bool IsOurs(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return _names.Contains(host)
            || (IPAddress.TryParse(host, out var address) && (address.Equals(binding.Address) || address.Equals(context.Connection.LocalIpAddress) || Equals(address, context.Connection.LocalIpAddress?.MapToIPv4())));
    }
}
