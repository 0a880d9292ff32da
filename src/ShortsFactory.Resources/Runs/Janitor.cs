using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources;

/// <summary>
/// Removes what dead runs left behind when even their reaper could not: after a power cut, or when it was killed as well.
/// A run is dead if its lock can be taken; everything else is left alone, also directories without our marker, symbolic
/// links, and what belongs to other users. Several may work at once.
/// </summary>
public sealed class Janitor(ResourceOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>A directory that is coming or going has another name for far less than this.</summary>
    private static readonly TimeSpan PassingLimit = TimeSpan.FromMinutes(1);

    private static readonly EnumerationOptions OwnFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    private readonly List<DeadRun> _runs = [];
    private readonly List<string> _problems = [];

    /// <summary>Removes all dead runs below the work directory; with <paramref name="dryRun"/> only lists them. Never throws for what it finds there.</summary>
    public CleaningReport Clean(bool dryRun)
    {
        var parent = RunParent.PathFor(options);
        if (Directory.Exists(parent))
        {
            Attempt(parent, () => CleanBelow(RunParent.Make(options), dryRun));
        }

        return new CleaningReport(_runs, _problems);
    }

    private void CleanBelow(string parent, bool dryRun)
    {
        foreach (var directory in RunDirectory.All(parent))
        {
            Attempt(directory, () => Clean(directory, dryRun));
        }

        foreach (var directory in dryRun ? [] : RunDirectory.AllPassing(parent))
        {
            Attempt(directory, () => RemovePassing(directory));
        }
    }

    private void Clean(string directory, bool dryRun)
    {
        using var marker = RunMarker.TryTake(directory);
        if (marker is null)
        {
            return;
        }

        var run = new DeadRun(directory, BytesIn(directory), AgeOf(RunMarker.PathIn(directory)));
        if (!dryRun)
        {
            ProcessMarker.KillAll(MarkOf(directory));
            UnfinishedFiles.DeleteRecorded(directory);
            RunDirectory.Remove(directory);
            logger.DeadRunRemoved(directory);
        }

        _runs.Add(run);
    }

    /// <summary>The record is believed only if its mark ends in the directory's own name: any other might be a live run's.</summary>
    private static string MarkOf(string directory)
    {
        var ownMark = $"{RunDirectory.IdOf(directory)}/";
        return RunRecord.Read(directory)?.Mark is { } mark && ProcessMarker.IsMark(mark) && $"/{mark}".EndsWith($"/{ownMark}", StringComparison.Ordinal)
            ? mark
            : ownMark;
    }

    private void RemovePassing(string directory)
    {
        if (AgeOf(directory) > PassingLimit && !RunMarker.IsHeld(directory))
        {
            RunDirectory.RemovePassing(directory);
        }
    }

    private void Attempt(string directory, Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else may have removed it meanwhile, which is as good.
            if (Directory.Exists(directory))
            {
                _problems.Add($"{directory} was left alone: {exception.Message}");
                logger.DeadRunLeft(directory, exception.Message);
            }
        }
    }

    private TimeSpan AgeOf(string path) => timeProvider.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path);

    private static long BytesIn(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles("*", OwnFiles).Sum(file => file.Length);
}
