using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Artifacts;

/// <summary>Keeps files in a folder that all machines share: below it one for each job, and in that one for each attempt.</summary>
internal sealed class FolderArtifacts(IOptions<ServerOptions> options) : IArtifactStore
{
    public string Root { get; } = options.Value.ResolveArtifactsDirectory();

    public string FolderOf(Job job) => Path.Combine(Root, job.Id, job.Attempt.ToString(CultureInfo.InvariantCulture));

    public void DeleteEarlier(Job job)
    {
        for (var attempt = 1; attempt < job.Attempt; attempt++)
        {
            DeleteAttempt(job with { Attempt = attempt });
        }
    }

    public IReadOnlyList<Artifact> List(Job job) =>
        job.State is JobState.Done && new DirectoryInfo(FolderOf(job)) is { Exists: true } folder
            ? [.. folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new Artifact(file.Name, file.Length))]
            : [];

    public string? Find(Job job, string name) =>
        List(job).Any(file => string.Equals(file.Name, name, StringComparison.Ordinal)) ? Path.Combine(FolderOf(job), name) : null;

    public void DeleteAttempt(Job job) => Delete(new DirectoryInfo(FolderOf(job)));

    public void Delete(string id) => Delete(new DirectoryInfo(Path.Combine(Root, id)));

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was made.
        }
    }
}
