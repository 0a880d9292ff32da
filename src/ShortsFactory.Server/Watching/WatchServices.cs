using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Watching;

/// <summary>Registers the watched folders.</summary>
internal static class WatchServices
{
    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<ISchemaPart, WatchSchema>()
        .AddSingleton<WatchStore>()
        .AddSingleton<WatchIntake>()
        .AddSingleton<WatchOutcome>()
        .AddHostedService<WatchService>();
}
