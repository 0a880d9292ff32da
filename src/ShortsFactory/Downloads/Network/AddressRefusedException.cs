using System.Net;

namespace ShortsFactory.Downloads.Network;

/// <summary>A host is not one of the public net, and so nothing is fetched from it.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address)
    : Exception($"{(IPAddress.TryParse(host, out _) ? address : $"{host}, which is {address},")} is an address of this machine or of a private network")
{
    /// <summary>What to do if it is meant.</summary>
    public const string Advice = "If it is meant, allow it with --set Downloads:AllowPrivate=true.";
}
