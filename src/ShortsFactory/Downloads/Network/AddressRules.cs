using System.Net;
using System.Net.Sockets;

namespace ShortsFactory.Downloads.Network;

/// <summary>
/// Tells addresses of the public net from all others: this machine's, those of private, shared and link-local networks, multicast, and what is
/// reserved (IANA's registries of special-purpose addresses, RFC 6890). An IPv4 address inside an IPv6 one counts as itself.
/// </summary>
internal static class AddressRules
{
    private const int Version4Length = 4;
    private const int TranslatedAt = 12;
    private const int SixToFourAt = 2;

    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Unicast6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address is one of the public net.</summary>
    public static bool IsPublic(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => IsPublic(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetwork } => !Special4.Any(network => network.Contains(address)),
        { AddressFamily: not AddressFamily.InterNetworkV6 } => false,
        _ when Translated.Contains(address) => IsPublic(Inside(address, TranslatedAt)),
        _ when SixToFour.Contains(address) => IsPublic(Inside(address, SixToFourAt)),
        _ => Unicast6.Contains(address) && !Special6.Any(network => network.Contains(address)),
    };

    private static IPAddress Inside(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, Version4Length));
}
