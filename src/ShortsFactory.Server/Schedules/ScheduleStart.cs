namespace ShortsFactory.Server.Schedules;

/// <summary>Sets the schedules' clocks when the server starts.</summary>
internal sealed class ScheduleStart(ScheduleService schedules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => schedules.SetAllAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
