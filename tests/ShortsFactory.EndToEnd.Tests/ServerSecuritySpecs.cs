using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>The server from outside, by those who may use it and those who may not.</summary>
public sealed class ServerSecuritySpecs
{
    private const int Limit = 240_000;
    private const string Jobs = "/api/v1/jobs";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Where_others_can_call_it_needs_a_key_which_opens_it_until_it_is_taken_back()
    {
        using var shorts = new ShortsProgram();
        var refused = await shorts.RunAsync("serve", "--listen", "0.0.0.0", "--port", "0");
        var made = await shorts.RunAsync("keys", "add", "a colleague", "--scope", "read", "--expires", "90d");
        var listed = await shorts.RunAsync("keys", "list");
        var key = made.Output.Trim();
        var id = key.Split('_')[1];

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("shorts keys add NAME --scope admin", refused.Error, StringComparison.Ordinal);
        Assert.Matches("^sfk_[0-9a-f]{12}_[0-9A-Za-z_-]{43}$", key);
        Assert.Contains(id, listed.Output, StringComparison.Ordinal);
        Assert.Contains("a colleague", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^20..], listed.Output, StringComparison.Ordinal);

        await using var server = await ServerProgram.StartAsync(shorts, "--listen", "0.0.0.0");
        server.Client.BaseAddress = new UriBuilder(server.Client.BaseAddress!) { Host = "127.0.0.1" }.Uri;
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Get));
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Get));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(server, HttpMethod.Post));

        Assert.Equal(0, (await shorts.RunAsync("keys", "remove", id)).ExitCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Get));
        Assert.Equal(1, (await shorts.RunAsync("keys", "remove", id)).ExitCode);
        Assert.DoesNotContain(key[^20..], server.Output, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("keys", "add", "x", "--scope", "root")]
    [InlineData("keys", "add", "x", "--expires", "soon")]
    [InlineData("keys", "add", " ")]
    [InlineData("serve", "--set", "Server:Security:Proxies:0=nowhere")]
    [InlineData("serve", "--set", "Server:Webhooks:Addresses:0=ftp://example.org/")]
    [InlineData("serve", "--set", "Server:Security:Nothing=1")]
    public async Task What_cannot_be_meant_is_refused_with_a_sentence(params string[] arguments)
    {
        using var shorts = new ShortsProgram();

        var outcome = await shorts.RunAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("shorts: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_script_that_came_over_the_net_gets_nothing_from_outside_of_the_media_folder()
    {
        using var shorts = new ShortsProgram();
        await MediaTool.RunAsync("ffmpeg", "-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", shorts.PathOf("secret.png"));
        await using var server = await ServerProgram.StartAsync(shorts);

        foreach (var name in (string[])[shorts.PathOf("secret.png"), "../../../../../secret.png", "https://127.0.0.1/secret.png", "file:///etc/passwd"])
        {
            var job = await server.SubmitAsync($"---\ntitle: x\nbackground: {name}\n---\nHello.");
            var ended = await server.WaitForEndAsync(job.GetProperty("id").GetString()!);

            Assert.Equal(("failed", "input"), (ServerProgram.StateOf(ended), ended.GetProperty("failure").GetProperty("kind").GetString()));
            Assert.Empty(ended.GetProperty("files").EnumerateArray());
        }
    }

    [Fact(Timeout = Limit)]
    public async Task What_was_to_be_told_is_told_after_the_server_was_killed()
    {
        using var shorts = new ShortsProgram();
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();
        string[] settings = ["--set", "Server:Webhooks:AllowPrivate=true", "--set", "Server:Webhooks:FirstDelay=00:00:01"];

        await using (var server = await ServerProgram.StartAsync(shorts, settings))
        {
            // Nobody listens there yet.
            var job = await server.SubmitAsync("---\nvoice: flite:nobody\n---\nHello.", new { webhook = $"http://127.0.0.1:{port}/hook" });
            await server.WaitForEndAsync(job.GetProperty("id").GetString()!);
            await server.KillAsync();
        }

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        await using var next = await ServerProgram.StartAsync(shorts, settings);
        using var caller = await listener.AcceptTcpClientAsync(Token);
        var message = await ReadAsync(caller.GetStream());

        Assert.StartsWith("POST /hook HTTP/1.1\r\n", message, StringComparison.Ordinal);
        Assert.Contains("X-ShortsFactory-Event: job.failed\r\n", message, StringComparison.Ordinal);
        Assert.Matches("X-ShortsFactory-Signature: t=[0-9]+,v1=[0-9a-f]{64}\r\n", message);
    }

    private static async Task<HttpStatusCode> StatusAsync(ServerProgram server, HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, Jobs);
        using var response = await server.Client.SendAsync(request, Token);
        return response.StatusCode;
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var bytes = new byte[8192];
        var count = await stream.ReadAsync(bytes, Token);
        await stream.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), Token);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }
}
