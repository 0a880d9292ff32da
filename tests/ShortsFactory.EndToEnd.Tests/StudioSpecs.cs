using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>What writing a script needs of the server: checks, previews, samples.</summary>
public sealed class StudioSpecs
{
    private const int Limit = 180_000;

    private static readonly TimeSpan SoonLimit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task A_script_is_told_what_it_would_become_and_a_mistake_names_its_line()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        var good = await ValidateAsync(server, new { script = "---\ntitle: Tides\n---\nThe sea comes. It goes again." });
        Assert.Equal(("Tides", 2, 6, "en"), (good.GetProperty("title").GetString(), good.GetProperty("sentences").GetInt32(), good.GetProperty("words").GetInt32(), good.GetProperty("language").GetString()));
        Assert.InRange(good.GetProperty("estimatedSeconds").GetDouble(), 1, 5);

        await RefusedAsync(new { script = "---\ntitle: Tides\ntemplate: bold-pup\n---\nThe sea." }, 3, "Did you mean 'bold-pop'?");
        await RefusedAsync(new { script = "---\nvoice: flite:nobody\n---\nThe sea." }, 2, "no voice 'nobody'");
        await RefusedAsync(new { script = "The sea.\n\n## scene\nbackground: generated:auroa\n\nIt goes." }, 3, "Did you mean 'generated:aurora'?");
        await RefusedAsync(new { script = "The sea.", background = "color:blue" }, null, "is not a colour");
        Assert.Equal(0, (await server.GetAsync("/api/v1/jobs")).GetProperty("items").GetArrayLength());

        async Task RefusedAsync(object body, int? line, string text)
        {
            using var response = await server.Client.PostAsJsonAsync("/api/v1/validate", body, Token);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(text, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Equal(line, problem.TryGetProperty("line", out var told) && told.ValueKind is JsonValueKind.Number ? told.GetInt32() : null);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_preview_is_the_picture_of_a_moment_and_makes_no_job()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        using var response = await server.Client.PostAsJsonAsync("/api/v1/previews", new { script = "The sea comes. It goes again.", pictureFormat = "720x1280", at = 1.5 }, Token);
        var png = await response.Content.ReadAsByteArrayAsync(Token);
        using var late = await server.Client.PostAsJsonAsync("/api/v1/previews", new { script = "The sea comes. It goes again.", pictureFormat = "720x1280", at = 60 }, Token);

        Assert.Equal((HttpStatusCode.OK, "image/png"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((720, 1280), (Big(png.AsSpan(16)), Big(png.AsSpan(20))));
        Assert.Equal("1.5", response.Headers.GetValues("X-Preview-At").Single());
        Assert.InRange(double.Parse(response.Headers.GetValues("X-Preview-Duration").Single(), CultureInfo.InvariantCulture), 1.6, 10);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Contains("behind the end", await late.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetAsync("/api/v1/jobs")).GetProperty("items").GetArrayLength());
        await NothingIsOpenAsync(server);

        static int Big(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    [Fact(Timeout = Limit)]
    public async Task A_preview_that_nobody_waits_for_any_more_is_stopped()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        var script = string.Concat(Enumerable.Range(1, 60).Select(number => $"This is sentence number {number}, and it is not the last one. "));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asked = server.Client.PostAsJsonAsync("/api/v1/previews", new { script }, patience.Token);
        await SoonAsync(() => Task.FromResult(shorts.ChildrenOf("flite").Count > 0));
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await NothingIsOpenAsync(server);
        Assert.Empty(shorts.ChildrenOf("flite"));
    }

    [Fact(Timeout = Limit)]
    public async Task Samples_are_rendered_once_and_kept()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        var templates = await server.GetAsync("/api/v1/templates");
        var sample = templates.EnumerateArray().Single(template => template.GetProperty("name").GetString() == "neon").GetProperty("sample").GetString()!;

        var pictures = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => server.Client.GetByteArrayAsync(sample, Token)));
        using var voice = await server.Client.GetAsync("/api/v1/voices/sample.wav?voice=flite:slt", Token);
        using var background = await server.Client.GetAsync("/api/v1/backgrounds/ember/sample.jpg", Token);
        using var unknown = await server.Client.GetAsync("/api/v1/templates/neom/sample.jpg", Token);

        Assert.All(pictures, picture => Assert.Equal(pictures[0], picture));
        Assert.Equal([0xFF, 0xD8], pictures[0][..2]);
        Assert.Equal("RIFF"u8.ToArray(), (await voice.Content.ReadAsByteArrayAsync(Token))[..4]);
        Assert.Equal("image/jpeg", background.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("Did you mean 'neon'?", await unknown.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(3, Directory.EnumerateFiles(shorts.PathOf("home/.local/share/shortsfactory/samples")).Count());
    }

    [Fact(Timeout = Limit)]
    public async Task The_dashboards_files_are_there_and_nothing_else_of_their_folder()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        var page = await server.Client.GetStringAsync("/", Token);
        using var script = await server.Client.GetAsync("/scripts/main.js", Token);
        using var outside = await server.Client.GetAsync("/..%2fappsettings.json", Token);

        Assert.Contains("<title>ShortsFactory</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    private static async Task<JsonElement> ValidateAsync(ServerProgram server, object body)
    {
        using var response = await server.Client.PostAsJsonAsync("/api/v1/validate", body, Token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private static Task NothingIsOpenAsync(ServerProgram server) =>
        SoonAsync(async () => (await server.GetAsync("/api/v1/system")).GetProperty("scopes").GetProperty("open").GetInt64() == 0);

    private static async Task SoonAsync(Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < SoonLimit, "It was not so soon.");
            await Task.Delay(50, Token);
        }
    }
}
