using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Jobs;

/// <summary>Registers what jobs need.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<ISchemaPart, JobSchema>()
        .AddSingleton<JobStore>()
        .AddSingleton<JobQueue>()
        .AddSingleton<JobRequests>()
        .AddSingleton<JobEndings>()
        .AddSingleton<RunningJobs>()
        .AddSingleton<IArtifactStore, FolderArtifacts>()
        .AddSingleton<IShortMaker, PipelineMaker>()
        .AddSingleton<AttemptRunner>()
        .AddSingleton<JobService>();
}
