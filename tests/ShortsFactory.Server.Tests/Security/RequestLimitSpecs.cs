using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShortsFactory.Server.Tests.Security;

public sealed class RequestLimitSpecs
{
    private const int Limit = 60_000;
    private const string Jobs = "/api/v1/jobs";

    [Fact(Timeout = Limit)]
    public async Task Scripts_are_taken_up_to_a_length_as_JSON_and_as_a_form()
    {
        await using var app = await ServedApp.StartAsync("127.0.0.1", withKey: false, ("Server:Security:ScriptLimit", "2000"));
        var longest = string.Concat(Enumerable.Repeat("Hello there. ", 150));

        Assert.Equal(HttpStatusCode.Created, await app.StatusAsync(HttpMethod.Post, Jobs, json: new { script = longest }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await app.StatusAsync(HttpMethod.Post, Jobs, json: new { script = longest + longest }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(app, Form(("script", "a.md", "text/markdown", longest + longest))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await app.StatusAsync(HttpMethod.Post, Jobs, json: new { script = new string('a', 1_000_000) }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(app, Form(("script", "a.md", "text/markdown", new string('a', 1_000_000)))));
    }

    [Fact(Timeout = Limit)]
    public async Task A_form_brings_one_file_and_that_is_text()
    {
        await using var app = await ServedApp.StartAsync();

        Assert.Equal(HttpStatusCode.Created, await PostAsync(app, Form(("script", "a.md", "text/markdown; charset=utf-8", "Hello there."))));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, Form(("script", "a.md", "text/plain", "Hello."), ("script", "b.md", "text/plain", "Hello."))));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, Form(("script", "a.md", "text/plain", "Hello."), ("virus", "b.exe", "text/plain", "Hello."))));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(app, Form(("script", "a.md", "video/mp4", "Hello."))));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, Form(("script", "a.exe", "application/octet-stream", "Hello."))));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(app, new StringContent("Hello.", Encoding.UTF8, "text/plain")));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(app, new StringContent("{\"script\":\"Hello.\"}", Encoding.UTF8, "text/plain")));
        using var many = new MultipartFormDataContent();
        foreach (var number in Enumerable.Range(0, 1000))
        {
            many.Add(new StringContent("x"), $"row.{number}");
        }

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, many));
    }

    [Theory(Timeout = Limit)]
    [InlineData("{\"script\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"script\": 1}")]
    [InlineData("{\"script\": \"Hello.\", \"priority\": 99}")]
    [InlineData("{\"script\": \"Hello.\", \"webhook\": \"ftp://example.org/\"}")]
    [InlineData("{\"script\": \"Hello.\", \"webhook\": \"https://user:secret@example.org/\"}")]
    [InlineData("{\"script\": \"Hello.\", \"background\": \"/etc/passwd\"}")]
    [InlineData("{\"script\": \"Hello.\", \"pictureFormat\": \"1x1\"}")]
    [InlineData("{\"script\": \"a\\u0000b\"}")]
    public async Task What_cannot_be_read_is_the_callers_fault_and_told_so(string body)
    {
        await using var app = await ServedApp.StartAsync();

        using var response = await app.Client.PostAsync(new Uri(app.Address, Jobs), new StringContent(body, Encoding.UTF8, "application/json"), ServedApp.Token);

        if (body.Contains("/etc/passwd", StringComparison.Ordinal))
        {
            // Told by the job: what files there are is looked at when it is made.
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            return;
        }

        Assert.Equal((body, HttpStatusCode.BadRequest), (body, response.StatusCode));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(ServedApp.Token), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Deep_JSON_and_long_headers_are_refused()
    {
        await using var app = await ServedApp.StartAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"row\":", 100_000));

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, new StringContent(deep, Encoding.UTF8, "application/json")));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await app.StatusAsync(HttpMethod.Get, Jobs, headers: ("X-Long", new string('a', 20_000))));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await app.StatusAsync(HttpMethod.Get, Jobs, headers: [.. Enumerable.Range(0, 100).Select(number => ($"X-{number}", "a"))]));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, await app.StatusAsync(HttpMethod.Get, $"{Jobs}?after={new string('a', 10_000)}"));
    }

    [Fact(Timeout = Limit)]
    public async Task Who_sends_a_body_drop_by_drop_is_cut_off()
    {
        await using var app = await ServedApp.StartAsync();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, app.Address.Port, ServedApp.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST {Jobs} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{{"), ServedApp.Token);

        var answer = new byte[1024];
        var count = await socket.ReceiveAsync(answer, ServedApp.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(40), ServedApp.Token);

        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(answer, 0, count), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("/api/v1/jobs/{0}/files/..%2F..%2Fserver.db")]
    [InlineData("/api/v1/jobs/{0}/files/..%5C..%5Cserver.db")]
    [InlineData("/api/v1/jobs/{0}/files/%2Fetc%2Fpasswd")]
    [InlineData("/api/v1/jobs/..%2F..%2F/files/server.db")]
    [InlineData("/api/v1/jobs/..%2F..%2F/log")]
    [InlineData("/api/v1/jobs/{0}/files/job.log%00.mp4")]
    [InlineData("/%2e%2e/server.db")]
    [InlineData("/..%2Fserver.db")]
    [InlineData("/..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/appsettings.json")]
    [InlineData("/shorts-server.dll")]
    public async Task Nothing_but_what_a_job_made_is_sent(string path)
    {
        await using var app = await ServedApp.StartAsync();
        using var response = await app.SendAsync(HttpMethod.Post, Jobs, json: new { script = "Hello." });
        var id = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(ServedApp.Token)).RootElement.GetProperty("id").GetString();

        var status = await RawStatusAsync(app, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));

        Assert.True(status is 400 or 404, $"{status}");
    }

    /// <summary>As it stands: a client would tidy the path up.</summary>
    private static async Task<int> RawStatusAsync(ServedApp app, string path)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, app.Address.Port, ServedApp.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), ServedApp.Token);
        var answer = new byte[1024];
        var count = await socket.ReceiveAsync(answer, ServedApp.Token);
        return int.Parse(Encoding.ASCII.GetString(answer, 9, Math.Min(3, count)), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<HttpStatusCode> PostAsync(ServedApp app, HttpContent content)
    {
        using var response = await app.Client.PostAsync(new Uri(app.Address, Jobs), content, ServedApp.Token);
        return response.StatusCode;
    }

    private static MultipartFormDataContent Form(params (string Name, string File, string Type, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, file, type, text) in files)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            form.Add(content, name, file);
        }

        return form;
    }
}
