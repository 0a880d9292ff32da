using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Webhooks;

namespace ShortsFactory.Server.Jobs;

/// <summary>
/// The one way in for whatever wants something of jobs. What it returns from is on the disk: a job that was accepted is made, whatever happens to this process.
/// Thread-safe.
/// </summary>
internal sealed class JobService(
    Database database,
    JobStore store,
    JobQueue queue,
    JobRequests requests,
    JobEndings endings,
    RunningJobs running,
    IArtifactStore artifacts,
    ShortPipeline pipeline,
    IOptions<ServerOptions> options,
    TimeProvider timeProvider)
{
    private const int RandomBytes = 6;

    /// <summary>Checks a submission and takes it in.</summary>
    /// <returns>The job; if its idempotency key was used before with the same content, that one.</returns>
    /// <exception cref="InvalidInputException">It cannot be made.</exception>
    /// <exception cref="KeyReusedException">The key was used before, with other content.</exception>
    public async Task<AcceptedJob> SubmitAsync(JobSubmission submission, CancellationToken cancellationToken)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(submission)));
        if (submission.IdempotencyKey is { } key && await FindAsync(key, fingerprint, cancellationToken) is { } known)
        {
            return new(known, IsNew: false);
        }

        if (submission.Webhook is { } webhook)
        {
            WebhookAddress.Parse(webhook);
        }

        var order = Filled(submission);
        var title = (await CheckAsync(order, submission.Name, cancellationToken)).Title;
        var job = new Job
        {
            Id = NewId(),
            Name = FileName.Of(submission.Name ?? title),
            Title = title,
            Priority = submission.Priority,
            MaxAttempts = options.Value.MaxAttempts,
            OriginKind = submission.OriginKind,
            OriginName = submission.OriginName,
            CreatedAt = timeProvider.GetUtcNow(),
            Webhook = submission.Webhook,
            Revision = 1,
        };
        var isNew = await database.WriteAsync(
            async transaction =>
            {
                var isAdded = await store.AddAsync(job, order, submission.IdempotencyKey, fingerprint, transaction);
                if (isAdded)
                {
                    await queue.AddAsync(job, transaction, cancellationToken);
                }

                return isAdded;
            },
            cancellationToken);

        // If it is not new, somebody else used the key at the same moment.
        return isNew ? new(job, IsNew: true) : new((await FindAsync(submission.IdempotencyKey!, fingerprint, cancellationToken))!, IsNew: false);
    }

    /// <summary>The script of an order as the pipeline reads it.</summary>
    /// <exception cref="InvalidInputException">It cannot be used.</exception>
    public Task<Scripts.Script> CheckAsync(JobOrder order, string? name, CancellationToken cancellationToken) =>
        pipeline.ReadScriptAsync(requests.Of(order, FileName.Of(name ?? "script"), artifacts.Root), cancellationToken);

    /// <summary>The order of a submission, with the cells of its row in it.</summary>
    /// <exception cref="InvalidInputException">The template and the row do not fit.</exception>
    public static JobOrder Filled(JobSubmission submission) =>
        submission.Row is { } row ? submission.Order with { Script = RowScript.Fill(submission.Order.Script, submission.Name ?? "script", row) } : submission.Order;

    /// <summary>Calls a job off: one that waits at once, one that is being made as soon as its worker has stopped.</summary>
    /// <returns>The job as it is now; <see langword="null"/> if there is none.</returns>
    public async Task<Job?> CancelAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.CancelQueuedAsync(id, cancellationToken) is { } cancelled)
        {
            await queue.RemoveAsync(id, cancellationToken);
            await endings.TellAsync(cancelled, cancellationToken);
            return cancelled;
        }

        if (await store.RequestCancelAsync(id, cancellationToken))
        {
            running.Cancel(id);
        }

        return await store.FindAsync(id, cancellationToken);
    }

    /// <summary>Has a job made again that failed or was called off.</summary>
    /// <returns>The job as it is now; <see langword="null"/> if there is none.</returns>
    public Task<Job?> RetryAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, transaction => store.RequeueAsync(id, transaction), cancellationToken);

    /// <summary>Changes the priority of a job that waits.</summary>
    /// <returns>The job as it is now; <see langword="null"/> if there is none.</returns>
    public Task<Job?> SetPriorityAsync(string id, int priority, CancellationToken cancellationToken) =>
        ChangeAsync(id, transaction => store.SetPriorityAsync(id, priority, transaction), cancellationToken);

    /// <summary>Forgets an ended job and deletes its files.</summary>
    /// <returns>Whether it is gone; not if it has not ended.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (!await store.DeleteEndedAsync(id, cancellationToken))
        {
            return false;
        }

        artifacts.Delete(id);
        return true;
    }

    /// <summary>Puts jobs back into the queue whose place in it was lost, as when the database failed at a bad moment.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var job in await store.ListStraysAsync(timeProvider.GetUtcNow() - TimeSpan.FromMinutes(1), cancellationToken))
        {
            await database.WriteAsync(
                async transaction =>
                {
                    await store.HandBackAsync(job, isLoss: true, transaction);
                    await queue.AddAsync(job, transaction, cancellationToken);
                    return job;
                },
                cancellationToken);
        }
    }

    private async Task<Job?> ChangeAsync(string id, Func<DbTransaction, Task<Job?>> change, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync(
            async transaction =>
            {
                var job = await change(transaction);
                if (job is not null)
                {
                    await queue.AddAsync(job, transaction, cancellationToken);
                }

                return job;
            },
            cancellationToken);
        return changed ?? await store.FindAsync(id, cancellationToken);
    }

    private async Task<Job?> FindAsync(string key, string fingerprint, CancellationToken cancellationToken) =>
        await store.FindKeyAsync(key, cancellationToken) is not { } known ? null
        : string.Equals(known.Fingerprint, fingerprint, StringComparison.Ordinal) ? await store.FindAsync(known.Id, cancellationToken)
        : throw new KeyReusedException(key);

    /// <summary>The time first, so that ids sort as jobs came in.</summary>
    private string NewId() => $"{timeProvider.GetUtcNow().ToUnixTimeMilliseconds():x12}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";
}
