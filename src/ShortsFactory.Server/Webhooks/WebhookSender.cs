using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Sends what is written down until it has arrived, or was tried often enough.</summary>
internal sealed class WebhookSender(
    DeliveryStore store, WebhookClient client, WebhookSecret secret, IOptions<WebhookOptions> options, TimeProvider timeProvider, ILogger<WebhookSender> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private const int Gone = 410;

    /// <summary>How often is looked for what is due, if nobody tells of it: what other processes wrote down.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _awake = new(0, 1);
    private DateTimeOffset _trimmedAt;

    /// <summary>Has it look at once.</summary>
    public void Wake()
    {
        try
        {
            _awake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to look anyway.
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _awake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDueAsync(stoppingToken) == AtOnce)
                {
                    // There is more.
                }

                await TrimAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever it is, such as a database that is away, the next round may find it gone.
                logger.HousekeepingFailed(exception);
            }

            await _awake.WaitAsync(Interval, stoppingToken);
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var taken = await store.TakeDueAsync(now, now + (2 * options.Value.TimeLimit), AtOnce, cancellationToken);
        if (taken.Count > 0)
        {
            var key = await secret.ReadAsync(cancellationToken);
            await Task.WhenAll(taken.Select(delivery => SendAsync(delivery, key, cancellationToken)));
        }

        return taken.Count;
    }

    private async Task SendAsync(Delivery delivery, string key, CancellationToken cancellationToken)
    {
        var sentAt = timeProvider.GetUtcNow();
        var (status, error) = await client.SendAsync(delivery, WebhookSecret.Sign(delivery.Body, sentAt, key), cancellationToken);
        var judged = Judge(delivery, status, error, timeProvider.GetUtcNow());
        await store.UpdateAsync(judged, cancellationToken);
        logger.WebhookSent(judged.Event, judged.Job, WebhookAddress.Show(judged.Address), judged.State, judged.Attempts, judged.LastError);
    }

    private Delivery Judge(Delivery delivery, int? status, string? error, DateTimeOffset now)
    {
        var attempts = delivery.Attempts + 1;
        var hasArrived = status is >= 200 and < 300;
        var isOver = attempts >= options.Value.Attempts || status is Gone;
        return delivery with
        {
            State = hasArrived ? DeliveryState.Delivered : isOver ? DeliveryState.Failed : DeliveryState.Waiting,
            Attempts = attempts,
            LastAt = now,
            LastStatus = status,
            LastError = hasArrived ? null : error ?? (status is >= 300 and < 400 ? $"answered with {status}; redirects are not followed" : $"answered with {status}"),
            NextAt = hasArrived || isOver ? now : now + DelayAfter(attempts),
        };
    }

    private TimeSpan DelayAfter(int attempts)
    {
        var delay = options.Value.FirstDelay * Math.Pow(2, attempts - 1);
        return delay < options.Value.LongestDelay ? delay : options.Value.LongestDelay;
    }

    private async Task TrimAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        if (now - _trimmedAt >= TrimInterval)
        {
            await store.TrimAsync(now - options.Value.KeepFor, cancellationToken);
            _trimmedAt = now;
        }
    }
}
