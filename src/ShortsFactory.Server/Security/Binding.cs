using System.Net;

namespace ShortsFactory.Server.Security;

/// <summary>Where the server listens, as far as it matters for who can reach it. Immutable.</summary>
/// <param name="Address">The address that it listens on.</param>
internal sealed record Binding(IPAddress Address)
{
    /// <summary>Whether this machine alone can reach it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address);
}
