using System.Net.Http.Json;
using System.Text.Json;

namespace ShortsFactory.Dashboard.Tests;

/// <summary>A server on loopback in which something has happened already: one short is done, and another one failed.</summary>
public sealed class StudioFixture : IAsyncLifetime
{
    /// <summary>A title that would be more than text where it is put into a page as markup.</summary>
    public const string DoneTitle = "Three <b>hearts</b> <img src=x onerror=\"document.title='broken into'\">";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    private readonly HttpClient _client = new();
    private ServerProgram? _server;

    public string Address => _server!.Address;

    public string DoneId { get; private set; } = "";

    public string FailedId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProgram.StartAsync();
        DoneId = await SubmitAsync($"---\ntitle: '{DoneTitle.Replace("'", "''", StringComparison.Ordinal)}'\nformat: 720x1280\n---\nYou run on **one** heart. An octopus needs three.");
        FailedId = await SubmitAsync("---\ntitle: A quote for Monday\nbackground: missing.mp4\n---\nHello.");
        await EndAsync(DoneId, "done");
        await EndAsync(FailedId, "failed");
    }

    public async Task<string> SubmitAsync(string script)
    {
        using var response = await _client.PostAsJsonAsync($"{Address}/api/v1/jobs", new { script });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task EndAsync(string id, string state)
    {
        using var limit = new CancellationTokenSource(TimeLimit);
        JsonElement job;
        do
        {
            await Task.Delay(200, limit.Token);
            job = await _client.GetFromJsonAsync<JsonElement>($"{Address}/api/v1/jobs/{id}", limit.Token);
        }
        while (job.GetProperty("state").GetString() is "queued" or "running");
        Assert.True(job.GetProperty("state").GetString() == state, $"{job}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
