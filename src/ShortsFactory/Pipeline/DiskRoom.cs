using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>Whether the disks have room for a run: asked before the work, and of an error whether that is what it comes from.</summary>
internal static class DiskRoom
{
    /// <summary>What every run writes, however short it is: fonts, captions, the cover, the manifest.</summary>
    private const long Base = 4_000_000;

    /// <exception cref="DiskFullException">A disk has less room than all stages together need.</exception>
    public static void Require(IEnumerable<DiskNeed> needs, ResourceScopes scopes, ShortRequest request)
    {
        var all = needs.ToArray();
        DiskSpace.Require(WorkDisk(scopes), Base + all.Sum(need => need.Temporary), "the temporary files of this script.");
        DiskSpace.Require(request.OutputPath, Base + all.Sum(need => need.Delivered), "the video.");
    }

    /// <summary>Tells an error as what it comes from, if that is a full disk; what the user or the caller did is left as it is.</summary>
    /// <exception cref="DiskFullException">It does.</exception>
    public static void ThrowIfFull(Exception error, ResourceScopes scopes, ShortRequest request)
    {
        var mayBe = error is IOException || (error is ShortsFactoryException and not (InvalidInputException or ToolMissingException or DiskFullException));
        if (mayBe && DiskSpace.Explain(error, WorkDisk(scopes), request.OutputPath) is { } full)
        {
            throw full;
        }
    }

    /// <summary>What the user knows is the directory that was chosen, not the run's own in it.</summary>
    private static string WorkDisk(ResourceScopes scopes) => Path.GetDirectoryName(scopes.WorkDirectory)!;
}
