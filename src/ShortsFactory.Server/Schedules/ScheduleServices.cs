using Quartz;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Schedules;

/// <summary>Registers all that schedules need. They belong to servers alone: the files that they name lie there, not on workers.</summary>
internal static class ScheduleServices
{
    private const int Threads = 2;

    /// <summary>How long a schedule that another server set, and cannot wake any more, may wait for somebody to look.</summary>
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(10);

    /// <summary>What schedules need; their scheduler is a second one, so that no number of jobs delays it.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services, Database database, string instance) => services
        .AddSingleton<ISchemaPart, ScheduleSchema>()
        .AddSingleton<ScheduleStore>()
        .AddSingleton<SchedulePaths>()
        .AddSingleton<ProductionItems>()
        .AddSingleton<ScheduleCheck>()
        .AddSingleton<ScheduleRunner>()
        .AddSingleton<ScheduleClock>()
        .AddSingleton<ScheduleService>()
        .AddHostedService<ScheduleStart>()
        .AddQuartz(ScheduleClock.Name, quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.IdleWaitTime = IdleWait);
            quartz.UseDefaultThreadPool(Threads);
            quartz.UseDatabase(database, instance);
        })
        .AddQuartzHostedService(ScheduleClock.Name, hosted => hosted.AutoStart = true);
}
