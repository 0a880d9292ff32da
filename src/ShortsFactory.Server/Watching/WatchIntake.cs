using System.Security.Cryptography;
using System.Text;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Watching;

/// <summary>Takes scripts from folders: notes that one is taken, then hands it in under a key of its own, so that a process that dies in between loses nothing and hands nothing in twice.</summary>
internal sealed class WatchIntake(WatchStore store, WatchOutcome outcome, JobService jobs, JobStore jobStore, ILogger<WatchIntake> logger)
{
    /// <summary>Takes a script, if nobody did; one that cannot be used is put away at once.</summary>
    public async Task TakeAsync(string path, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await ScriptFile.ReadTextAsync(path, cancellationToken);
        }
        catch (InvalidInputException exception)
        {
            if (File.Exists(path))
            {
                await outcome.RefuseAsync(path, exception, cancellationToken);
            }

            return;
        }

        var script = new WatchedScript { Id = Guid.NewGuid().ToString("N"), Path = path, Hash = HashOf(text) };
        if (!await store.AddAsync(script, cancellationToken))
        {
            return;
        }

        try
        {
            var accepted = await jobs.SubmitAsync(Submission(script, text), cancellationToken);
            await store.ChangeAsync(script with { JobId = accepted.Job.Id }, cancellationToken);
            logger.ScriptTaken(path, accepted.Job.Id);
        }
        catch (InvalidInputException exception)
        {
            await outcome.RefuseAsync(path, exception, cancellationToken);
            await store.RemoveAsync(script, cancellationToken);
        }
    }

    /// <summary>Goes on with a script whose taking was cut off: finds its job, or lets it be taken anew.</summary>
    /// <returns>The script, if it has a job.</returns>
    public async Task<WatchedScript?> ResumeAsync(WatchedScript script, CancellationToken cancellationToken)
    {
        if (script.JobId is not null)
        {
            return script;
        }

        if (await jobStore.FindKeyAsync(script.IdempotencyKey, cancellationToken) is { } job)
        {
            var resumed = script with { JobId = job.Id };
            await store.ChangeAsync(resumed, cancellationToken);
            return resumed;
        }

        await store.RemoveAsync(script, cancellationToken);
        return null;
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JobSubmission Submission(WatchedScript script, string text) => new()
    {
        Order = new JobOrder
        {
            Script = text,
            Format = Path.GetExtension(script.Path).ToLowerInvariant() switch { ".txt" => ScriptFormat.Txt, ".json" => ScriptFormat.Json, _ => ScriptFormat.Md },
            BaseDirectory = Path.GetDirectoryName(script.Path),
        },
        Name = Path.GetFileNameWithoutExtension(script.Path),
        IdempotencyKey = script.IdempotencyKey,
        OriginKind = OriginKind.Watch,
        OriginName = Path.GetFileName(script.Path),
    };
}
