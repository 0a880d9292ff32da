using System.Globalization;
using Microsoft.Extensions.Logging;
using ShortsFactory.Batches.Reports;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Batches;

/// <summary>
/// Works off a batch: several shorts at once, so that the stages of one fill the pauses of another; each in a scope of its own, and
/// each with an end of its own. The report is kept up to date meanwhile.
/// </summary>
public sealed class BatchRunner(
    ShortPipeline pipeline, ResourceScopes scopes, ToolVersions toolVersions, ResultCache cache, TimeProvider timeProvider, ILogger<BatchRunner> logger)
{
    private static readonly TimeSpan TrimInterval = TimeSpan.FromMinutes(5);

    /// <summary>Makes the shorts of a plan.</summary>
    /// <param name="plan">What to make.</param>
    /// <param name="settings">How.</param>
    /// <param name="watch">Given the way to the batch's status, and told of each change; called from any thread.</param>
    /// <param name="cancellationToken">Stops the batch: shorts at work leave nothing, the others are not begun.</param>
    /// <returns>How it ended; a cancel is an end like others.</returns>
    /// <exception cref="InvalidInputException">The report cannot be written.</exception>
    public async Task<BatchStatus> RunAsync(BatchPlan plan, BatchSettings settings, IBatchWatch watch, CancellationToken cancellationToken)
    {
        var ledger = new BatchLedger(plan, timeProvider);
        var scope = scopes.Open("batch");
        await using (scope.ConfigureAwait(false))
        {
            var keeper = new ReportKeeper(ledger, settings, scope, timeProvider, logger);
            await using (keeper.ConfigureAwait(false))
            {
                await keeper.OpenAsync().ConfigureAwait(false);
                ledger.Watch((changed, isNewState) => watch.Report(changed, isNewState, ledger.Read));
                var shared = new SharedRun
                {
                    Tools = toolVersions.StartReading(scope, cancellationToken),
                    Describe = _ => scopes.Describe(Describe(ledger.Read(), plan)),
                };
                ledger.End(await RunAsync(plan, settings, ledger, shared, keeper, cancellationToken).ConfigureAwait(false));
            }

            cache.Trim();
        }

        return ledger.Read();
    }

    private async Task<BatchOutcome> RunAsync(
        BatchPlan plan, BatchSettings settings, BatchLedger ledger, SharedRun shared, ReportKeeper keeper, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = stop.Token };
        var trimmed = timeProvider.GetTimestamp();
        try
        {
            await Parallel.ForEachAsync(plan.Items, parallel, async (item, token) =>
            {
                if (!await MakeAsync(item, settings, ledger, shared, token).ConfigureAwait(false) && settings.FailFast)
                {
                    await stop.CancelAsync().ConfigureAwait(false);
                }

                keeper.Note(item);
                if (timeProvider.GetElapsedTime(trimmed) > TrimInterval)
                {
                    trimmed = timeProvider.GetTimestamp();
                    cache.Trim();
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // An end like others; what it is called is told below.
        }

        return stop.IsCancellationRequested
            ? cancellationToken.IsCancellationRequested ? BatchOutcome.Interrupted : BatchOutcome.GivenUp
            : ledger.Read().Count(BatchShortState.Failed) > 0 ? BatchOutcome.Failed : BatchOutcome.Succeeded;
    }

    /// <summary>Makes one short; its failure is its own, and told by the returned value.</summary>
    private async Task<bool> MakeAsync(BatchItem item, BatchSettings settings, BatchLedger ledger, SharedRun shared, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        if (item.Problem is { } problem)
        {
            ledger.Fail(item, problem.Message, problem.Advice, TimeSpan.Zero);
            return false;
        }

        ledger.Begin(item);
        try
        {
            if (settings.Resume && await pipeline.FindMadeAsync(item.Request, shared, cancellationToken).ConfigureAwait(false) is { } before)
            {
                ledger.Finish(item, before, BatchShortState.Unchanged, TimeSpan.Zero);
                return true;
            }

            var progress = new ShortProgress(ledger, item);
            var manifest = await pipeline.MakeAsync(item.Request, progress, _ => { }, shared, cancellationToken).ConfigureAwait(false);
            ledger.Finish(item, manifest, BatchShortState.Made, timeProvider.GetElapsedTime(started));
            return true;
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is OperationCanceledException or ShortsFactoryException)
        {
            ledger.Stop(item);
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever it is, the other shorts have nothing to do with it.
            logger.ShortFailed(item.Name, exception);
            ledger.Fail(item, exception.Message, (exception as ShortsFactoryException)?.Advice, timeProvider.GetElapsedTime(started));
            return false;
        }
    }

    private static RunStatus Describe(BatchStatus status, BatchPlan plan) => new()
    {
        Script = string.Create(CultureInfo.InvariantCulture, $"batch of {plan.Items.Count}"),
        Output = plan.OutputDirectory,
        Stage = string.Create(CultureInfo.InvariantCulture, $"{status.Shorts.Count(made => made.IsDone)} of {plan.Items.Count} done"),
        Percent = (int)(status.Fraction * 100),
        Parts =
        [
            .. status.Shorts.Where(made => made.State == BatchShortState.Working).Select(made => new RunStatus
            {
                Script = made.Source,
                Output = made.Output,
                Stage = made.Stage?.ToString().ToLowerInvariant() ?? "preparing",
                Percent = (int)(made.Fraction * 100),
            }),
        ],
    };

    private sealed class ShortProgress(BatchLedger ledger, BatchItem item) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => ledger.Report(item, value);
    }
}
