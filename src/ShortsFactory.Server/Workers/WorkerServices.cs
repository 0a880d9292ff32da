using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Workers;

/// <summary>Registers what a worker needs; what has to start after the scheduler, and stop before it, is registered after it.</summary>
internal static class WorkerServices
{
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddSingleton<ISchemaPart, WorkerSchema>()
        .AddSingleton<WorkerName>()
        .AddSingleton<DiskFloor>()
        .AddSingleton<Drain>()
        .AddSingleton<WorkerBoard>();

    public static IServiceCollection AddWorkersAfterScheduler(this IServiceCollection services) => services
        .AddHostedService(provider => provider.GetRequiredService<DiskFloor>())
        .AddHostedService(provider => provider.GetRequiredService<WorkerBoard>())
        .AddHostedService<Housekeeping>()
        .AddHostedService(provider => provider.GetRequiredService<Drain>());
}
