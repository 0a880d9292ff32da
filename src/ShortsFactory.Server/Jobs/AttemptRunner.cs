using System.Data.Common;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Metrics;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Workers;

namespace ShortsFactory.Server.Jobs;

/// <summary>
/// Makes one attempt at a job: begins it, runs the pipeline into a folder of its own, and ends it. Only the attempt that the record names is published; any
/// other one leaves nothing.
/// </summary>
internal sealed class AttemptRunner(
    Database database,
    JobStore store,
    JobQueue queue,
    JobEndings endings,
    RunningJobs running,
    IArtifactStore artifacts,
    IShortMaker maker,
    JobMeter meter,
    WorkerName worker,
    DatabasePatience patience,
    TimeProvider timeProvider,
    ILogger<AttemptRunner> logger)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">This process is to stop: the job was handed back, and the scheduler calls again, here or elsewhere.</exception>
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["Job"] = id });
        if (await patience.WaitAsync(token => store.BeginAsync(id, worker.Value, token), cancellationToken) is not { } job)
        {
            return;
        }

        logger.AttemptStarted(job.Id, job.Attempt, job.Title);
        if (job.Losses >= job.MaxAttempts)
        {
            await EndAsync(Poisoned(job));
            return;
        }

        if (await TryAsync(job, cancellationToken) is { } ended)
        {
            await EndAsync(ended);
        }
        else
        {
            artifacts.DeleteAttempt(job);
        }
    }

    /// <summary>The job with its end; <see langword="null"/> if this attempt does not end it.</summary>
    private async Task<Job?> TryAsync(Job job, CancellationToken cancellationToken)
    {
        var watch = new AttemptWatch(job, store, timeProvider, logger, cancellationToken);
        await using (watch)
        {
            running.Add(job.Id, watch);
            try
            {
                return await MakeAsync(job, watch);
            }
            catch (Exception) when (watch.Standing is AttemptStanding.Lost)
            {
                logger.AttemptLost(job.Id, job.Attempt);
                return null;
            }
            catch (Exception) when (watch.Standing is AttemptStanding.CancelRequested)
            {
                return job with { State = JobState.Cancelled };
            }
            catch (Exception exception) when (cancellationToken.IsCancellationRequested)
            {
                await HandBackAsync(job, isAgain: false);
                artifacts.DeleteAttempt(job);
                throw new OperationCanceledException("The job was handed back.", exception, cancellationToken);
            }
            catch (DiskFullException exception) when (job.Losses + 1 < job.MaxAttempts)
            {
                logger.DiskFull(job.Id, exception.Message);
                await HandBackAsync(job, isAgain: true);
                return null;
            }
            catch (Exception exception)
            {
                logger.AttemptFailed(job.Id, exception);
                return Failed(job, exception);
            }
            finally
            {
                running.Remove(job.Id);
            }
        }
    }

    private async Task<Job> MakeAsync(Job job, AttemptWatch watch)
    {
        var made = await maker.MakeAsync(job, artifacts.FolderOf(job), watch, watch.Token);
        meter.StagesTook(made.Stages);
        return job with { State = JobState.Done, Warnings = made.Warnings, DurationSeconds = made.DurationSeconds };
    }

    private async Task EndAsync(Job ended)
    {
        // Before the end is told, so that whoever reads of it finds nothing else; what is made is made, so it is not to be stopped.
        artifacts.DeleteEarlier(ended);
        if (await patience.WaitAsync(token => store.EndAsync(ended, token), CancellationToken.None) is not { } now)
        {
            logger.AttemptLost(ended.Id, ended.Attempt);
            artifacts.DeleteAttempt(ended);
            return;
        }

        meter.Ended(now);
        logger.JobEnded(now.Id, now.State, now.Reason ?? "");
        await endings.TellAsync(now, CancellationToken.None);
    }

    /// <summary>Puts a job back. When this process stops, the scheduler calls again by itself; else it has to be asked to.</summary>
    private Task HandBackAsync(Job job, bool isAgain) => patience.WaitAsync(
        token => database.WriteAsync(
            async (DbTransaction transaction) =>
            {
                var changed = await store.HandBackAsync(job, isLoss: isAgain, transaction);
                if (isAgain && changed > 0)
                {
                    await queue.AddAsync(job, transaction, token);
                }
                else
                {
                    await transaction.CommitAsync(token);
                }

                return changed;
            },
            token),
        CancellationToken.None);

    private static Job Failed(Job job, Exception exception) => job with
    {
        State = JobState.Failed,
        FailureKind = exception switch
        {
            InvalidInputException => FailureKind.Input,
            DiskFullException => FailureKind.Disk,
            ProcessTimedOutException or TimeoutException => FailureKind.Timeout,
            _ => FailureKind.Failed,
        },
        Reason = exception is InvalidInputException input ? input.ProblemWithLine : exception.Message,
        Advice = (exception as ShortsFactoryException)?.Advice,
    };

    private static Job Poisoned(Job job) => job with
    {
        State = JobState.Failed,
        FailureKind = FailureKind.Poison,
        Reason = $"poison: it was begun {job.Losses} times, and each time its worker died.",
        Advice = "Look into the worker's log for what killed it (out of memory, most often), then retry the job.",
    };
}
