using System.Net;
using Microsoft.AspNetCore.Routing;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Tests.Security;

public sealed class ScopeSpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using var app = await ServedApp.StartAsync();

        var silent = app.Get<EndpointDataSource>().Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<RequiredScope>() is null).Select(endpoint => endpoint.DisplayName);

        Assert.Empty(silent);
    }

    [Fact(Timeout = Limit)]
    public async Task Every_endpoint_of_the_interface_needs_a_key_where_others_can_call_and_a_larger_one_for_more()
    {
        await using var app = await ServedApp.StartAsync(listen: "0.0.0.0", withKey: true);
        var keys = new Dictionary<Scope, string>();
        foreach (var scope in Enum.GetValues<Scope>())
        {
            keys[scope] = await app.AddKeyAsync(scope);
        }

        var endpoints = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).ToArray();
        Assert.True(endpoints.Length >= 15);
        foreach (var endpoint in endpoints.Where(endpoint => !endpoint.RoutePattern.RawText!.EndsWith("/events", StringComparison.Ordinal)))
        {
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            var path = endpoint.RoutePattern.RawText!.Replace("{id}", "nothing", StringComparison.Ordinal).Replace("{name}", "nothing.mp4", StringComparison.Ordinal);
            var needed = endpoint.Metadata.GetMetadata<RequiredScope>()!.Scope;
            Assert.NotNull(needed);

            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, await app.StatusAsync(method, path)));
            foreach (var (scope, key) in keys)
            {
                var status = await app.StatusAsync(method, path, key);
                Assert.Equal((method, path, scope, scope < needed), (method, path, scope, status is HttpStatusCode.Forbidden));
                Assert.NotEqual(HttpStatusCode.Unauthorized, status);
            }

            Assert.True(method != HttpMethod.Get || needed is Scope.Read || path.EndsWith("/secret", StringComparison.Ordinal), path);
            Assert.True(method == HttpMethod.Get || needed >= Scope.Submit || path.EndsWith("/tickets", StringComparison.Ordinal), path);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task On_loopback_nobody_needs_a_key_unless_the_settings_say_so()
    {
        await using var open = await ServedApp.StartAsync();
        await using var closed = await ServedApp.StartAsync("127.0.0.1", withKey: true, ("Server:Security:RequireKeys", "true"));

        Assert.Equal(HttpStatusCode.OK, await open.StatusAsync(HttpMethod.Get, "/api/v1/jobs"));
        Assert.Equal(HttpStatusCode.OK, await open.StatusAsync(HttpMethod.Get, "/api/v1/webhooks/secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await closed.StatusAsync(HttpMethod.Get, "/api/v1/jobs"));
        Assert.Equal(HttpStatusCode.OK, await closed.StatusAsync(HttpMethod.Get, "/healthz"));
    }

    [Theory(Timeout = Limit)]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public async Task Where_others_can_call_it_does_not_start_without_a_key_that_is_good(string listen)
    {
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => ServedApp.StartAsync(listen));

        Assert.Contains("there is no key yet", error.Message, StringComparison.Ordinal);
        Assert.Contains("shorts keys add", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_key_that_is_wrong_or_has_expired_or_was_taken_back_opens_nothing()
    {
        await using var app = await ServedApp.StartAsync(listen: "0.0.0.0", withKey: true, ("Server:Security:FailedLogins", "1000"));
        var good = await app.AddKeyAsync(Scope.Read);
        var expired = await app.AddKeyAsync(Scope.Admin, TimeSpan.FromSeconds(-1));
        var other = await app.AddKeyAsync(Scope.Admin);
        var keys = app.Get<ApiKeyStore>();

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", good));
        string[] wrong = [expired, good[..^1] + (good[^1] == 'A' ? 'B' : 'A'), good + "x", good.ToUpperInvariant(), good[..17] + other[17..], "sfk__", "' OR 1=1 --", new string('a', 8000)];
        foreach (var text in wrong)
        {
            Assert.Equal((text, HttpStatusCode.Unauthorized), (text, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", text)));
        }

        Assert.NotNull((await keys.ListAsync(ServedApp.Token)).Single(key => good.Contains(key.Id, StringComparison.Ordinal)).LastUsedAt);
        Assert.True(await keys.RemoveAsync(ApiKeyText.Parse(good)!.Value.Id, ServedApp.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", good));
    }

    [Fact(Timeout = Limit)]
    public async Task Nothing_of_a_key_is_kept_that_would_open_anything()
    {
        await using var app = await ServedApp.StartAsync();
        var key = await app.AddKeyAsync(Scope.Admin);

        var kept = (await app.Get<ApiKeyStore>().ListAsync(ServedApp.Token)).Single();

        Assert.DoesNotContain(ApiKeyText.Parse(key)!.Value.Secret, kept.ToString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", kept.Hash);
        Assert.NotEqual(key, await app.AddKeyAsync(Scope.Admin));
    }

    [Fact(Timeout = Limit)]
    public async Task Who_shows_too_many_wrong_keys_must_wait_and_is_told_how_long()
    {
        await using var app = await ServedApp.StartAsync("0.0.0.0", withKey: true, ("Server:Security:FailedLogins", "3"), ("Server:Security:FailedLoginPause", "00:00:02"));
        var good = await app.AddKeyAsync(Scope.Read);
        for (var count = 0; count < 3; count++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", "sfk_wrong"));
        }

        using var refused = await app.SendAsync(HttpMethod.Get, "/api/v1/jobs", good);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        await Task.Delay(TimeSpan.FromSeconds(2.1), ServedApp.Token);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", good));
    }

    [Fact(Timeout = Limit)]
    public async Task A_ticket_opens_what_may_be_read_and_nothing_else()
    {
        await using var app = await ServedApp.StartAsync(listen: "0.0.0.0", withKey: true);
        await using var other = await ServedApp.StartAsync(listen: "0.0.0.0", withKey: true);
        using var response = await app.SendAsync(HttpMethod.Post, "/api/v1/tickets", await app.AddKeyAsync(Scope.Admin));
        var ticket = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(ServedApp.Token)).RootElement.GetProperty("ticket").GetString()!;
        var later = ticket.Replace(ticket.Split('.')[0], "9999999999", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(HttpMethod.Get, $"/api/v1/jobs?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Forbidden, await app.StatusAsync(HttpMethod.Get, $"/api/v1/webhooks/secret?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(HttpMethod.Post, $"/api/v1/jobs?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(HttpMethod.Get, $"/api/v1/jobs?ticket={later}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(HttpMethod.Get, $"/api/v1/jobs?ticket={ticket}x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await other.StatusAsync(HttpMethod.Get, $"/api/v1/jobs?ticket={ticket}"));
    }
}
