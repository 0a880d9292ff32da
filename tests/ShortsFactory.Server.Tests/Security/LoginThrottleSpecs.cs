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
    public void A_million_addresses_take_no_more_memory_than_ten_thousand()
    {
        Fill(20_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Fill(1_000_000);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
        GC.KeepAlive(_throttle);
    }

    private void Fill(int count)
    {
        for (var number = 0; number < count; number++)
        {
            _throttle.Fail(new IPAddress(BitConverter.GetBytes(number)));
        }
    }

    private void Fail(params string[] addresses) => Array.ForEach(addresses, address => _throttle.Fail(IPAddress.Parse(address)));

    private bool Waits(string address) => _throttle.WaitOf(IPAddress.Parse(address)) > TimeSpan.Zero;
}
