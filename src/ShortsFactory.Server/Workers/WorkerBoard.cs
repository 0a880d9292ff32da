using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Workers;

/// <summary>Tells the others every few seconds that this worker is there and what it does, and knows the others.</summary>
internal sealed class WorkerBoard(
    Database database,
    WorkerName name,
    RunningJobs running,
    DiskFloor disk,
    Drain drain,
    IOptions<ServerOptions> options,
    TimeProvider timeProvider,
    ILogger<WorkerBoard> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Without a word for so long, a worker is lost; the scheduler gives its jobs to others by then.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<Worker>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var workers = await connection.QueryAsync<Worker>("SELECT name, host, version, slots, running, pause_reason, is_draining, seen_at FROM shorts_workers ORDER BY seen_at DESC, name");
        return workers.AsList();
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM shorts_workers WHERE name = @Value", new { name.Value }), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        do
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (DbException exception)
            {
                logger.DatabaseAway(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        await database.WriteAsync(
            connection => connection.ExecuteAsync(
            """
            INSERT INTO shorts_workers (name, host, version, slots, running, pause_reason, is_draining, seen_at)
            VALUES (@Name, @Host, @Version, @Slots, @Running, @PauseReason, @IsDraining, @SeenAt)
            ON CONFLICT (name) DO UPDATE SET slots = @Slots, running = @Running, pause_reason = @PauseReason, is_draining = @IsDraining, seen_at = @SeenAt;
            DELETE FROM shorts_workers WHERE seen_at < @Oldest
            """,
            new
            {
                Name = name.Value, Host = Environment.MachineName, ProductVersion.Version, options.Value.Slots, Running = running.Count, PauseReason = disk.Reason,
                IsDraining = drain.IsDraining ? 1 : 0, SeenAt = now, Oldest = now - Memory,
            }),
            cancellationToken);
    }
}
