using Microsoft.Extensions.Options;
using Quartz;
using ShortsFactory.Caching;
using ShortsFactory.Resources;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Hosting;

namespace ShortsFactory.Server.Workers;

/// <summary>
/// Starts the scheduler, and has it stand by while one of this machine's disks has too little room: then no job is begun here, and it is said why; running ones go on.
/// </summary>
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
    private bool _hasLooked;

    /// <summary>Why no job is begun; <see langword="null"/> while jobs are.</summary>
    public string? Reason => _reason;

    /// <summary>The disk with the least room.</summary>
    public DiskRoomLeft Fullest() => Folders().Select(DiskRoomLeft.Of).MinBy(room => room.FreeBytes)!;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await CheckAsync(stoppingToken);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var room = Fullest();
        var floor = options.Value.DiskFloor;
        var reason = room.FreeBytes < (_reason is null ? floor : floor * Slack) ? $"the disk of {room.Folder} has {room.FreeBytes >> 20} MB left, and the floor is {floor >> 20} MB." : null;
        var (isFirst, wasPaused) = (!_hasLooked, _reason is not null);
        (_reason, _hasLooked) = (reason, true);
        if (reason is null && (isFirst || wasPaused))
        {
            await (await schedulers.GetScheduler(cancellationToken)).Start(cancellationToken);
        }
        else if (reason is not null && !isFirst && !wasPaused)
        {
            await (await schedulers.GetScheduler(cancellationToken)).Standby(cancellationToken);
        }

        Log(reason, wasPaused);
    }

    private void Log(string? reason, bool wasPaused)
    {
        if (reason is not null && !wasPaused)
        {
            logger.Paused(reason);
        }
        else if (reason is null && wasPaused)
        {
            logger.Resumed();
        }
    }

    private string[] Folders() => [artifacts.Root, scopes.WorkDirectory, cache.Value.ResolveDirectory()];
}
