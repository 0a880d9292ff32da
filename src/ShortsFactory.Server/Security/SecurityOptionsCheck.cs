using System.Net;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Security;

/// <summary>Checks names and addresses.</summary>
internal sealed class SecurityOptionsCheck : IValidateOptions<SecurityOptions>
{
    public ValidateOptionsResult Validate(string? name, SecurityOptions options) =>
        options.Proxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } proxy
            ? ValidateOptionsResult.Fail($"Server:Security:Proxies: '{proxy}' is no address. Write one such as 10.0.0.2.")
        : options.Hosts.FirstOrDefault(host => Uri.CheckHostName(host) is UriHostNameType.Unknown) is { } host
            ? ValidateOptionsResult.Fail($"Server:Security:Hosts: '{host}' is no name of a host. Write it without scheme and port, such as shorts.example.org.")
        : ValidateOptionsResult.Success;
}
