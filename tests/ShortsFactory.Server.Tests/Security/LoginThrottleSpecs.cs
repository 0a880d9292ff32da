using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Tests.Security;

public sealed class LoginThrottleSpecs
{
    private readonly FakeTimeProvider _time = new();
    private readonly LoginThrottle _throttle;

    public LoginThrottleSpecs() => _throttle = new(Options.Create(new SecurityOptions { FailedLogins = 2, FailedLoginPause = TimeSpan.FromMinutes(1) }), _time);

    [Fact]
    public void Each_address_is_counted_by_itself_and_an_IPv6_network_as_one()
    {
        Fail("10.0.0.1", "::ffff:10.0.0.1", "10.0.0.2", "2001:db8::1", "2001:db8::ffff");

        Assert.True(Waits("10.0.0.1"));
        Assert.False(Waits("10.0.0.2"));
        Assert.True(Waits("2001:db8::7"));
        Assert.False(Waits("2001:db8:1::7"));
    }

    [Fact]
    public void The_wait_ends_and_old_mistakes_do_not_count()
    {
        Fail("10.0.0.1");
        _time.Advance(TimeSpan.FromMinutes(2));
        Fail("10.0.0.1");
        Assert.False(Waits("10.0.0.1"));

        Fail("10.0.0.1");
        Assert.Equal(TimeSpan.FromMinutes(1), _throttle.WaitOf(IPAddress.Parse("10.0.0.1")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(Waits("10.0.0.1"));
    }

    [Fact]
    public void Where_too_many_addresses_are_counted_those_go_that_were_quiet_for_longest()
    {
        Fail("10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.2");
        Fill(5_000, from: 0);
        Fail("10.0.0.2");
        Fill(9_000, from: 5_000);

        Assert.False(Waits("10.0.0.1"));
        Assert.True(Waits("10.0.0.2"));
    }

    private void Fill(int count, int from)
    {
        foreach (var number in Enumerable.Range(from, count))
        {
            _throttle.Fail(new IPAddress([172, 16, (byte)(number >> 8), (byte)number]));
        }
    }

    private void Fail(params string[] addresses) => Array.ForEach(addresses, address => _throttle.Fail(IPAddress.Parse(address)));

    private bool Waits(string address) => _throttle.WaitOf(IPAddress.Parse(address)) > TimeSpan.Zero;
}
