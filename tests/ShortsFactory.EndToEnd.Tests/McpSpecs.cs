using System.Buffers.Binary;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>What a language model can do with the server, by the protocol's own client.</summary>
public sealed class McpSpecs
{
    private const int Limit = 240_000;

    private const string Script = "# The sea\n\nIt is deep. It is blue.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task A_model_chooses_looks_and_has_a_video_made_once()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        await using var client = await ConnectAsync(server);

        var tools = await client.ListToolsAsync(cancellationToken: Token);
        Assert.Equal(["job_status", "list_templates", "list_voices", "make_short", "preview"], tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool => Assert.True(tool.Description.Length > 40));
        Assert.Contains("preview", client.ServerInstructions, StringComparison.Ordinal);

        var templates = Content(await CallAsync(client, "list_templates"));
        Assert.Contains("clean", templates.GetProperty("templates").EnumerateArray().Select(template => template.GetProperty("name").GetString()));
        var voices = Content(await CallAsync(client, "list_voices", ("language", "de")));
        Assert.All(voices.GetProperty("voices").EnumerateArray(), voice => Assert.StartsWith("de", voice.GetProperty("language").GetString(), StringComparison.Ordinal));

        var preview = await CallAsync(client, "preview", ("script", Script), ("template", "clean"), ("at", 1.0));
        var picture = Assert.Single(preview.Content.OfType<ImageContentBlock>());
        Assert.Equal("image/png", picture.MimeType);
        Assert.Equal((1080, 1920), SizeOf(picture.DecodedData.Span));

        var made = Content(await CallAsync(client, "make_short", ("script", Script), ("pictureFormat", "720x1280@30"), ("idempotencyKey", "one")));
        var again = Content(await CallAsync(client, "make_short", ("script", Script), ("pictureFormat", "720x1280@30"), ("idempotencyKey", "one")));
        var id = made.GetProperty("id").GetString()!;
        Assert.Equal(id, again.GetProperty("id").GetString());

        JsonElement job;
        do
        {
            job = Content(await CallAsync(client, "job_status", ("id", id), ("waitSeconds", 30))).GetProperty("jobs")[0];
        }
        while (job.GetProperty("state").GetString() is "queued" or "running");

        Assert.Equal("done", job.GetProperty("state").GetString());
        Assert.True((await server.Client.GetByteArrayAsync(job.GetProperty("video").GetString(), Token)).Length > 10_000);
        Assert.Equal("mcp", (await server.JobAsync(id)).GetProperty("origin").GetProperty("kind").GetString());
        Assert.Equal(1, Content(await CallAsync(client, "job_status")).GetProperty("jobs").GetArrayLength());
    }

    [Fact(Timeout = Limit)]
    public async Task Errors_are_results_that_say_what_to_do()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        await using var client = await ConnectAsync(server);

        await FailsAsync("line 3", "make_short", ("script", "# A\n\n| a | b |\n|---|---|\n| 1 | 2 |"));
        await FailsAsync("line 3", "preview", ("script", "# A\n\n| a | b |\n|---|---|\n| 1 | 2 |"));
        await FailsAsync("Priorities go from 0 to 9", "make_short", ("script", Script), ("priority", 99));
        await FailsAsync("without an id", "job_status", ("id", "nothing"));
        await FailsAsync("There are voices for", "list_voices", ("language", "xx"));

        async Task FailsAsync(string text, string tool, params (string Name, object Value)[] arguments)
        {
            var result = await CallAsync(client, tool, arguments);
            Assert.True(result.IsError);
            Assert.Contains(text, Assert.Single(result.Content.OfType<TextContentBlock>()).Text, StringComparison.Ordinal);
        }
    }

    private static Task<McpClient> ConnectAsync(ServerProgram server) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(server.Client.BaseAddress!, "/mcp") }), cancellationToken: Token);

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments) =>
        await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value, StringComparer.Ordinal), cancellationToken: Token);

    private static JsonElement Content(CallToolResult result)
    {
        Assert.False(result.IsError is true, string.Join(' ', result.Content.OfType<TextContentBlock>().Select(block => block.Text)));
        return result.StructuredContent!.Value;
    }

    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) => (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
