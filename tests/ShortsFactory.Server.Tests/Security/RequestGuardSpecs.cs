using System.Net;

namespace ShortsFactory.Server.Tests.Security;

public sealed class RequestGuardSpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Pages_of_other_sites_change_nothing_on_loopback_without_keys_either()
    {
        await using var app = await ServedApp.StartAsync();
        var own = app.Address.Authority;
        (string Name, string Value)[][] foreign =
        [
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [("Origin", $"http://{own}.evil.example")],
            [("Origin", "http://127.0.0.1:1")],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site"), ("Origin", $"http://{own}")],
        ];
        (string Name, string Value)[][] ours = [[], [("Origin", $"http://{own}"), ("Sec-Fetch-Site", "same-origin")], [("Sec-Fetch-Site", "none")]];

        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete])
        {
            foreach (var headers in foreign)
            {
                Assert.Equal(HttpStatusCode.Forbidden, await app.StatusAsync(method, "/api/v1/jobs/x", headers: headers));
            }
        }

        foreach (var headers in ours)
        {
            Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(HttpMethod.Post, "/api/v1/tickets", headers: headers));
        }
    }

    [Fact(Timeout = Limit)]
    public async Task It_answers_to_names_of_its_own_alone()
    {
        await using var app = await ServedApp.StartAsync("127.0.0.1", withKey: false, ("Server:Security:Hosts:0", "shorts.example.org"));
        var port = app.Address.Port;

        foreach (var host in (string[])["evil.example", $"evil.example:{port}", "127.0.0.1.evil.example", "10.0.0.7", "[2001:db8::1]", "localhost.evil.example", "0.0.0.0"])
        {
            Assert.Equal((host, HttpStatusCode.MisdirectedRequest), (host, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", headers: ("Host", host))));
        }

        foreach (var host in (string[])["127.0.0.1", $"localhost:{port}", "LOCALHOST", "shorts.example.org"])
        {
            Assert.Equal((host, HttpStatusCode.OK), (host, await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", headers: ("Host", host))));
        }
    }

    [Theory(Timeout = Limit)]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/jobs")]
    [InlineData("/api/v1/jobs/nothing")]
    [InlineData("/api/v1/jobs?limit=-1")]
    [InlineData("/nothing")]
    public async Task Every_answer_tells_browsers_what_pages_may_do(string path)
    {
        await using var app = await ServedApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Get, path);

        var policy = Value("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Value("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Value("Referrer-Policy"));
        Assert.Equal("same-origin", Value("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Value("Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));

        string Value(string name) => Assert.Single(response.Headers.GetValues(name));
    }

    [Fact(Timeout = Limit)]
    public async Task A_proxy_that_is_trusted_says_who_calls_and_nobody_else_does()
    {
        await using var trusting = await ServedApp.StartAsync("127.0.0.1", withKey: true, [.. Strict, ("Server:Security:Proxies:0", "127.0.0.1")]);
        await using var plain = await ServedApp.StartAsync("127.0.0.1", withKey: true, Strict);

        foreach (var app in (ServedApp[])[trusting, plain])
        {
            await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", "wrong", headers: ("X-Forwarded-For", "198.51.100.1"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await trusting.StatusAsync(HttpMethod.Get, "/api/v1/jobs", "wrong", headers: ("X-Forwarded-For", "198.51.100.1")));
        Assert.Equal(HttpStatusCode.Unauthorized, await trusting.StatusAsync(HttpMethod.Get, "/api/v1/jobs", "wrong", headers: ("X-Forwarded-For", "198.51.100.2")));
        Assert.Equal(HttpStatusCode.TooManyRequests, await plain.StatusAsync(HttpMethod.Get, "/api/v1/jobs", "wrong", headers: ("X-Forwarded-For", "198.51.100.2")));
    }

    private static readonly (string, string)[] Strict = [("Server:Security:RequireKeys", "true"), ("Server:Security:FailedLogins", "1")];
}
