using System.Net;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Downloads.Network;

/// <summary>A host is not one of the public net, and so nothing is fetched from it.</summary>
public sealed class AddressRefusedException(string host, IPAddress address)
    : Exception($"{(IPAddress.TryParse(host, out _) ? address : $"{host}, which is {address},")} is an address of this machine or of a private network")
{
    /// <summary>The same for whoever wanted something from <paramref name="wanted"/>, which led there.</summary>
    public InvalidInputException For(WebAddress wanted) => new($"{Message}; such addresses are not fetched.", wanted.ToString())
    {
        Advice = "If it is meant, allow it with --set Downloads:AllowPrivate=true.",
    };
}
