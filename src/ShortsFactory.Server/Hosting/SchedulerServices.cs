using Quartz;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Hosting;

/// <summary>Sets the scheduler up: one server's on SQLite, or a member of a cluster on PostgreSQL.</summary>
internal static class SchedulerServices
{
    private const string Name = "shorts";

    // A worker is taken for dead after one interval and the threshold, and found so within the next interval: 20 s at most.
    private static readonly TimeSpan CheckInInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CheckInThreshold = TimeSpan.FromSeconds(10);

    /// <summary>How long a job that another process took in may wait for a free worker to look.</summary>
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddScheduler(this IServiceCollection services, Database database, ServerOptions options, string instance) => services
        .AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Name;
                scheduler.IdleWaitTime = IdleWait;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(options.Slots);
            quartz.UseDatabase(database, instance);
        })
        .AddQuartzHostedService(hosted =>
        {
            hosted.WaitForJobsToComplete = true;
            hosted.AutoStart = false; // DiskFloor starts it, if there is room.
        });

    /// <summary>Lets a scheduler keep its jobs in the database: alone there on SQLite, a member of its cluster on PostgreSQL.</summary>
    public static void UseDatabase(this IQuartzBuilder quartz, Database database, string instance)
    {
        if (database.Kind is DatabaseKind.PostgreSql)
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = instance);
        }

        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.ConfigureStore(ado =>
            {
                ado.StoreJobDataAsStrings = true;
                ado.AcceptEnlistedTransactions = true;
                ado.RecoverFiringsCancelledByShutdown = true;
            });
            if (database.Kind is DatabaseKind.Sqlite)
            {
                store.UseSqlite(source => source.DataSourceFactory = _ => database.Source);
                store.UseLockHandler(_ => database.Turn);
            }
            else
            {
                store.UsePostgres(database.ConnectionString);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = CheckInInterval;
                    cluster.CheckinMisfireThreshold = CheckInThreshold;
                });
            }
        });
    }
}
