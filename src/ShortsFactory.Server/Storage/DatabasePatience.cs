using System.Data.Common;
using Polly;
using Polly.Retry;

namespace ShortsFactory.Server.Storage;

/// <summary>Asks again while the database is away: a restart of it must not cost the work of hours.</summary>
internal sealed class DatabasePatience(ILogger<DatabasePatience> logger)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>().Handle<TimeoutException>(),
            MaxRetryAttempts = 120,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(5),
            UseJitter = true,
            OnRetry = arguments =>
            {
                logger.DatabaseAway(arguments.Outcome.Exception?.Message ?? "");
                return default;
            },
        })
        .Build();

    public async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await ask(token), cancellationToken);
}
