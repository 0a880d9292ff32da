using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ShortsFactory.Server.Tests.Webhooks;

/// <summary>Whom messages are sent to; answers as it is told to, and remembers what came.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.First()}/hook?token=hush";

    public ConcurrentQueue<Message> Messages { get; } = [];

    /// <summary>How each message is answered, by its number from 0.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async Task<Message[]> WaitForAsync(int count)
    {
        while (Messages.Count < count)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return [.. Messages];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var number = Messages.Count;
        Messages.Enqueue(new Message(
            await reader.ReadToEndAsync(context.RequestAborted),
            headers["X-ShortsFactory-Event"].ToString(),
            headers["X-ShortsFactory-Delivery"].ToString(),
            headers["X-ShortsFactory-Signature"].ToString()));
        await Answer(number, context);
    }

    internal sealed record Message(string Body, string Event, string Delivery, string Signature)
    {
        /// <summary>Checks it as a receiver would that knows no more than the documentation.</summary>
        public bool IsSignedWith(string secret)
        {
            var parts = Signature.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(parts["t"] + "." + Body));
            return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(parts["v1"]));
        }
    }
}
