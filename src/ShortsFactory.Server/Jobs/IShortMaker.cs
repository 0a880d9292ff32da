using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Jobs;

/// <summary>Makes the short of a job.</summary>
internal interface IShortMaker
{
    /// <summary>Makes it into a folder.</summary>
    Task<MadeShort> MakeAsync(Job job, string folder, IProgress<StageProgress> progress, CancellationToken cancellationToken);
}
