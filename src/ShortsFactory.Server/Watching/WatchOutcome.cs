using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Watching;

/// <summary>
/// Puts scripts away whose jobs have ended: into <c>done</c> beside their videos, or into <c>failed</c> beside the reason. The script goes last, so that where it is, all
/// is; the name is noted before, so that a process that dies in between is followed by one that goes on.
/// </summary>
internal sealed class WatchOutcome(WatchStore store, JobStore jobs, IArtifactStore artifacts, ILogger<WatchOutcome> logger)
{
    private const string ReasonExtension = ".reason.txt";

    /// <summary>Whether a script's job is still to be waited for.</summary>
    public async Task<bool> IsPendingAsync(WatchedScript script, CancellationToken cancellationToken) =>
        script.JobId is { } id && await jobs.FindAsync(id, cancellationToken) is { HasEnded: false };

    /// <summary>Puts a script away whose job has ended, or is gone.</summary>
    public async Task SettleAsync(WatchedScript script, CancellationToken cancellationToken)
    {
        var job = await jobs.FindAsync(script.JobId!, cancellationToken);
        if (job is { State: JobState.Done })
        {
            var files = artifacts.List(job);
            script = await NameAsync(script, WatchFolder.Done, [.. files.Select(file => Extension(file.Name, job))], cancellationToken);
            foreach (var file in files)
            {
                Publish(artifacts.Find(job, file.Name)!, TargetOf(script, WatchFolder.Done, Extension(file.Name, job)), script);
            }

            // A process that died may have left it half written.
            File.Delete(PartOf(script));
            await PutScriptAsync(script, WatchFolder.Done, cancellationToken);
            logger.ScriptDone(script.Path, script.Name!);
        }
        else
        {
            script = await NameAsync(script, WatchFolder.Failed, [ReasonExtension], cancellationToken);
            await AtomicFile.WriteTextAsync(TargetOf(script, WatchFolder.Failed, ReasonExtension), ReasonOf(job), cancellationToken);
            await PutScriptAsync(script, WatchFolder.Failed, cancellationToken);
            logger.ScriptFailed(script.Path, job?.Reason ?? "its job is gone");
        }

        await store.RemoveAsync(script, cancellationToken);
    }

    /// <summary>Puts a script away that cannot be used.</summary>
    public async Task RefuseAsync(string path, InvalidInputException error, CancellationToken cancellationToken)
    {
        var folder = FolderFor(path, WatchFolder.Failed);
        var name = FreeName(path, folder, [ReasonExtension]);
        await AtomicFile.WriteTextAsync(Path.Combine(folder, name + ReasonExtension), Lines(error.ProblemWithLine, error.Advice), cancellationToken);
        File.Move(path, Path.Combine(folder, name + Path.GetExtension(path)), overwrite: false);
        logger.ScriptFailed(path, error.Problem);
    }

    /// <summary>Decides what the script and its files are called where they go, once and for all.</summary>
    private async Task<WatchedScript> NameAsync(WatchedScript script, string place, IReadOnlyList<string> extensions, CancellationToken cancellationToken)
    {
        var folder = FolderFor(script.Path, place);
        if (script.Name is null)
        {
            script = script with { Name = FreeName(script.Path, folder, extensions) };
            await store.ChangeAsync(script, cancellationToken);
        }

        return script;
    }

    /// <summary>Moves the script; if another one lies in its place meanwhile, writes what was taken, and leaves that to be taken next.</summary>
    private async Task PutScriptAsync(WatchedScript script, string place, CancellationToken cancellationToken)
    {
        var target = TargetOf(script, place, Path.GetExtension(script.Path));
        if (File.Exists(target))
        {
            return;
        }

        if (await IsAsTakenAsync(script, cancellationToken))
        {
            File.Move(script.Path, target, overwrite: false);
        }
        else if (await jobs.FindOrderAsync(script.JobId!, cancellationToken) is { } order)
        {
            await AtomicFile.WriteTextAsync(target, order.Script, cancellationToken);
        }
    }

    private static async Task<bool> IsAsTakenAsync(WatchedScript script, CancellationToken cancellationToken)
    {
        try
        {
            return string.Equals(WatchIntake.HashOf(await ScriptFile.ReadTextAsync(script.Path, cancellationToken)), script.Hash, StringComparison.Ordinal);
        }
        catch (InvalidInputException)
        {
            // It is gone, or no text any more: at any rate not what was taken.
            return false;
        }
    }

    /// <summary>Copies a file so that it appears whole, and in nobody's place; one that is there was put there before, under the same name.</summary>
    private static void Publish(string source, string target, WatchedScript script)
    {
        if (File.Exists(target))
        {
            return;
        }

        var part = PartOf(script);
        File.Copy(source, part, overwrite: true);
        using (var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(part, target, overwrite: false);
    }

    private static string PartOf(WatchedScript script) => Path.Combine(FolderFor(script.Path, WatchFolder.Done), $".{script.Id}.part");

    private static string TargetOf(WatchedScript script, string place, string extension) => Path.Combine(FolderFor(script.Path, place), script.Name + extension);

    private static string FolderFor(string script, string place) => Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(script)!, place)).FullName;

    /// <summary>The script's own name, or the first number behind it, under which nothing lies there yet.</summary>
    private static string FreeName(string script, string folder, IReadOnlyList<string> extensions)
    {
        var stem = Path.GetFileNameWithoutExtension(script);
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? stem : $"{stem}-{number}")
            .First(name => extensions.Append(Path.GetExtension(script)).All(extension => !Path.Exists(Path.Combine(folder, name + extension))));
    }

    private static string Extension(string file, Job job) => file.StartsWith(job.Name, StringComparison.Ordinal) ? file[job.Name.Length..] : $".{file}";

    private static string ReasonOf(Job? job) => job switch
    {
        null => Lines("the job was removed before it was done.", "Put the script back into the folder to have it made."),
        { State: JobState.Cancelled } => Lines("the job was cancelled.", "Put the script back into the folder to have it made."),
        _ => Lines(job.Reason ?? "it failed.", job.Advice),
    };

    private static string Lines(string reason, string? advice) => advice is null ? $"{reason}\n" : $"{reason}\n{advice}\n";
}
