using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Security;

/// <summary>
/// Counts wrong keys by the address that showed them, and has an address wait that showed too many. Takes a fixed amount of memory:
/// when it is full, those go that were quiet for longest. Thread-safe.
/// </summary>
internal sealed class LoginThrottle(IOptions<SecurityOptions> options, TimeProvider timeProvider)
{
    private const int MostAddresses = 10_000;
    private const int NetworkBytes6 = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, LinkedListNode<Failures>> _byAddress = [];
    private readonly LinkedList<Failures> _byTime = new();

    /// <summary>How long an address must wait yet; nothing if it need not.</summary>
    public TimeSpan WaitOf(IPAddress? address)
    {
        lock (_lock)
        {
            return _byAddress.TryGetValue(NetworkOf(address), out var node) && node.Value.Count >= options.Value.FailedLogins
                ? Max(node.Value.Last + options.Value.FailedLoginPause - timeProvider.GetUtcNow(), TimeSpan.Zero)
                : TimeSpan.Zero;
        }
    }

    /// <summary>Notes that an address showed a wrong key.</summary>
    public void Fail(IPAddress? address)
    {
        var network = NetworkOf(address);
        var now = timeProvider.GetUtcNow();
        lock (_lock)
        {
            var count = 0;
            if (_byAddress.Remove(network, out var node))
            {
                count = now - node.Value.Last < options.Value.FailedLoginPause ? node.Value.Count : 0;
                _byTime.Remove(node);
            }
            else if (_byAddress.Count >= MostAddresses)
            {
                _byAddress.Remove(_byTime.First!.Value.Network);
                _byTime.RemoveFirst();
            }

            _byAddress[network] = _byTime.AddLast(new Failures(network, count + 1, now));
        }
    }

    /// <summary>Who has an IPv6 address has 2^64 of them.</summary>
    private static IPAddress NetworkOf(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().AsSpan(0, NetworkBytes6), .. new byte[NetworkBytes6]]),
        _ => address,
    };

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed record Failures(IPAddress Network, int Count, DateTimeOffset Last);
}
