using Microsoft.Extensions.Options;
using Quartz;
using ShortsFactory.Caching;
using ShortsFactory.Resources;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Workers;

/// <summary>Begins no job on this machine while one of its disks has too little room, and says so; running ones go on.</summary>
internal sealed class DiskFloor(
    ISchedulerFactory schedulers,
    IArtifactStore artifacts,
    ResourceScopes scopes,
    IOptions<CacheOptions> cache,
    IOptions<ServerOptions> options,
    TimeProvider timeProvider,
    ILogger<DiskFloor> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How much more than the floor there must be before jobs are begun again, so that they do not stop at once.</summary>
    private const double Slack = 1.1;

    private volatile string? _reason;

    /// <summary>Why no job is begun; <see langword="null"/> while jobs are.</summary>
    public string? Reason => _reason;

    /// <summary>The disk with the least room.</summary>
    public DiskRoomLeft Fullest() => Folders().Select(DiskRoomLeft.Of).MinBy(room => room.FreeBytes)!;

    /// <summary>Looks at the disks, before jobs are begun for the first time and then every few seconds.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var room = Fullest();
        var floor = options.Value.DiskFloor;
        var reason = room.FreeBytes < (_reason is null ? floor : floor * Slack) ? $"the disk of {room.Folder} has {room.FreeBytes >> 20} MB left, and the floor is {floor >> 20} MB." : null;
        if ((reason is null) != (_reason is null))
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            await scheduler.SetExecutionLimits(Limits(reason is null ? options.Value.Slots : 0), cancellationToken);
            if (reason is null)
            {
                logger.Resumed();
            }
            else
            {
                logger.Paused(reason);
            }
        }

        _reason = reason;
    }

    public static ExecutionLimits Limits(int slots) => ExecutionLimitsBuilder.Create().ForGroup(JobQueue.Group, slots).Build();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await CheckAsync(stoppingToken);
        }
    }

    private string[] Folders() => [artifacts.Root, scopes.WorkDirectory, cache.Value.ResolveDirectory()];
}
