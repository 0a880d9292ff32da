using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShortsFactory.Server.Tests.Security;

namespace ShortsFactory.Server.Tests.Webhooks;

public sealed class WebhookSpecs
{
    private const int Limit = 60_000;

    private static readonly (string, string)[] Fast =
        [("Server:Webhooks:AllowPrivate", "true"), ("Server:Webhooks:FirstDelay", "00:00:00.100"), ("Server:Webhooks:TimeLimit", "00:00:01"), ("Server:Webhooks:Attempts", "4")];

    [Fact(Timeout = Limit)]
    public async Task The_end_of_a_job_is_told_signed_to_all_who_asked()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var everybody = await Receiver.StartAsync();
        await using var app = await StartAsync(("Server:Webhooks:Addresses:0", everybody.Address));

        var id = await CancelledJobAsync(app, receiver.Address);
        Receiver.Message[] messages = [(await receiver.WaitForAsync(1))[0], (await everybody.WaitForAsync(1))[0]];

        var secret = (await app.ReadAsync("/api/v1/webhooks/secret")).GetProperty("secret").GetString()!;
        foreach (var message in messages)
        {
            using var body = JsonDocument.Parse(message.Body);
            Assert.True(message.IsSignedWith(secret));
            Assert.False((message with { Body = message.Body + " " }).IsSignedWith(secret));
            Assert.Equal("job.cancelled", message.Event);
            Assert.Equal("job.cancelled", body.RootElement.GetProperty("event").GetString());
            Assert.Equal(message.Delivery, body.RootElement.GetProperty("id").GetString());
            Assert.Equal(id, body.RootElement.GetProperty("job").GetProperty("id").GetString());
            Assert.Equal("cancelled", body.RootElement.GetProperty("job").GetProperty("state").GetString());
            Assert.DoesNotContain("hush", message.Body, StringComparison.Ordinal);
        }

        Assert.NotEqual(messages[0].Delivery, messages[1].Delivery);
    }

    [Fact(Timeout = Limit)]
    public async Task What_does_not_arrive_is_sent_again_and_the_log_tells_of_it()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (number, context) =>
        {
            context.Response.StatusCode = number == 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status204NoContent;
            await (number == 1 ? Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted) : Task.CompletedTask);
        };
        await using var app = await StartAsync();
        var id = await CancelledJobAsync(app, receiver.Address);

        var messages = await receiver.WaitForAsync(3);
        var delivery = await SettledAsync(app, id);

        Assert.Single(messages.Select(message => message.Delivery).Distinct());
        Assert.Single(messages.Select(message => message.Body).Distinct());
        Assert.Equal("delivered", delivery.GetProperty("state").GetString());
        Assert.Equal(3, delivery.GetProperty("attempts").GetInt32());
        Assert.Equal(204, delivery.GetProperty("lastStatus").GetInt32());
        Assert.DoesNotContain("hush", delivery.GetProperty("address").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_message_that_was_not_sent_when_the_server_ended_is_sent_by_the_next_one_under_the_same_secret()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (number, context) => Status(context, number == 0 ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
        var first = await StartAsync(("Server:Webhooks:FirstDelay", "00:00:03"));
        var id = await CancelledJobAsync(first, receiver.Address);
        await receiver.WaitForAsync(1);
        await first.StopAsync();

        await using var second = await ServedApp.StartAsync(first.Data, "127.0.0.1", withKey: false, [.. Fast]);
        var messages = await receiver.WaitForAsync(2);

        Assert.Equal("delivered", (await SettledAsync(second, id)).GetProperty("state").GetString());
        Assert.Equal(messages[0].Delivery, messages[1].Delivery);
        var secret = (await second.ReadAsync("/api/v1/webhooks/secret")).GetProperty("secret").GetString()!;
        Assert.All(messages, message => Assert.True(message.IsSignedWith(secret)));
    }

    [Fact(Timeout = Limit)]
    public async Task It_is_given_up_after_so_many_times_and_at_once_where_the_receiver_is_gone()
    {
        await using var broken = await Receiver.StartAsync();
        await using var gone = await Receiver.StartAsync();
        broken.Answer = (_, context) => Status(context, StatusCodes.Status500InternalServerError);
        gone.Answer = (_, context) => Status(context, StatusCodes.Status410Gone);
        await using var app = await StartAsync();
        var (one, other) = (await CancelledJobAsync(app, broken.Address), await CancelledJobAsync(app, gone.Address));

        var (failed, ended) = (await SettledAsync(app, one), await SettledAsync(app, other));

        Assert.Equal(("failed", 4, 500), (failed.GetProperty("state").GetString(), failed.GetProperty("attempts").GetInt32(), failed.GetProperty("lastStatus").GetInt32()));
        Assert.Equal(("failed", 1), (ended.GetProperty("state").GetString(), ended.GetProperty("attempts").GetInt32()));
        Assert.Equal(4, broken.Messages.Count);
    }

    [Fact(Timeout = Limit)]
    public async Task Nothing_is_sent_to_private_addresses_unless_the_settings_allow_it_nor_on_to_where_a_redirect_points()
    {
        await using var target = await Receiver.StartAsync();
        await using var redirecting = await Receiver.StartAsync();
        redirecting.Answer = (_, context) =>
        {
            context.Response.Redirect(target.Address);
            return Task.CompletedTask;
        };
        await using var strict = await ServedApp.StartAsync("127.0.0.1", withKey: false, [.. Fast, ("Server:Webhooks:AllowPrivate", "false"), ("Server:Webhooks:Attempts", "1")]);
        await using var app = await StartAsync(("Server:Webhooks:Attempts", "1"));

        string[] hosts = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "2130706433", "0x7f.1"];
        foreach (var host in hosts)
        {
            var refused = await SettledAsync(strict, await CancelledJobAsync(strict, $"http://{host}:{new Uri(target.Address).Port}/"));
            Assert.Equal((host, "failed"), (host, refused.GetProperty("state").GetString()));
            Assert.Contains("private network", refused.GetProperty("lastError").GetString(), StringComparison.Ordinal);
        }

        var redirected = await SettledAsync(app, await CancelledJobAsync(app, redirecting.Address));
        Assert.Contains("redirects are not followed", redirected.GetProperty("lastError").GetString(), StringComparison.Ordinal);
        Assert.Empty(target.Messages);
    }

    [Fact(Timeout = Limit)]
    public async Task An_answer_that_does_not_end_is_cut_off_behind_its_headers()
    {
        await using var receiver = await Receiver.StartAsync();
        var cutOff = new TaskCompletionSource();
        receiver.Answer = async (_, context) =>
        {
            try
            {
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(new byte[1000], context.RequestAborted);
                    await Task.Delay(10, context.RequestAborted);
                }
            }
            finally
            {
                cutOff.TrySetResult();
            }
        };
        await using var app = await StartAsync();

        var delivery = await SettledAsync(app, await CancelledJobAsync(app, receiver.Address));

        Assert.Equal("delivered", delivery.GetProperty("state").GetString());
        await cutOff.Task.WaitAsync(TimeSpan.FromSeconds(5), ServedApp.Token);
    }

    [Fact(Timeout = Limit)]
    public async Task No_secret_gets_into_the_log()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (number, context) => Status(context, number == 0 ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
        await using var app = await ServedApp.StartAsync("127.0.0.1", withKey: true, [.. Fast, ("Server:Webhooks:Secret", "an own secret"), ("Server:Security:RequireKeys", "true")]);
        var key = await app.AddKeyAsync(Server.Security.Scope.Admin);
        using var given = await app.SendAsync(HttpMethod.Post, "/api/v1/tickets", key);
        var ticket = JsonDocument.Parse(await given.Content.ReadAsStringAsync(ServedApp.Token)).RootElement.GetProperty("ticket").GetString()!;

        var id = await CancelledJobAsync(app, receiver.Address, key, background: "https://user:password@example.org/a.mp4?sig=signature");
        await app.StatusAsync(HttpMethod.Get, $"/api/v1/jobs?ticket={ticket}");
        await app.StatusAsync(HttpMethod.Get, $"/api/v1/jobs?ticket={ticket}&limit=-1", key);
        await app.StatusAsync(HttpMethod.Get, "/api/v1/jobs", key + "x");
        await SettledAsync(app, id, key);
        app.Get<Microsoft.Extensions.Logging.ILogger<WebhookSpecs>>().HousekeepingFailed(new InvalidOperationException($"Bearer {key} postgres://me:password@db/x?ticket={ticket} Host=a;Password=password;"));

        // It is written down a moment before it is logged.
        var watch = Stopwatch.StartNew();
        while (!app.Logged.Contains("Webhook job.cancelled", StringComparison.Ordinal))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It was not logged.");
            await Task.Delay(20, ServedApp.Token);
        }

        foreach (var secret in (string[])[key, key[^20..], ticket, "password", "signature", "hush", "an own secret"])
        {
            Assert.DoesNotContain(secret, app.Logged, StringComparison.Ordinal);
        }
    }

    private static Task<ServedApp> StartAsync(params (string, string)[] settings) => ServedApp.StartAsync("127.0.0.1", withKey: false, [.. Fast, .. settings]);

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task<string> CancelledJobAsync(ServedApp app, string webhook, string? key = null, string? background = null)
    {
        using var response = await app.SendAsync(HttpMethod.Post, "/api/v1/jobs", key, new { script = "Hello there.", webhook, background });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var id = JsonDocument.Parse(await response.Content.ReadAsStringAsync(ServedApp.Token)).RootElement.GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync(HttpMethod.Post, $"/api/v1/jobs/{id}/cancel", key));
        return id;
    }

    private static async Task<JsonElement> SettledAsync(ServedApp app, string job, string? key = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var items = (await app.ReadAsync($"/api/v1/webhooks/deliveries?job={job}", key)).GetProperty("items");
            if (items.GetArrayLength() > 0 && items[0].GetProperty("state").GetString() != "waiting")
            {
                return items[0];
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), items.ToString());
            await Task.Delay(50, ServedApp.Token);
        }
    }
}
