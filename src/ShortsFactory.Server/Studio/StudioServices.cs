namespace ShortsFactory.Server.Studio;

/// <summary>Registers what writing a script needs: its check, previews, and samples of what there is to choose from.</summary>
internal static class StudioServices
{
    public static IServiceCollection AddStudio(this IServiceCollection services) =>
        services
            .AddSingleton<InstalledVoices>()
            .AddSingleton<PreviewDesk>()
            .AddSingleton<SampleShelf>()
            .AddTransient<Samples>();
}
