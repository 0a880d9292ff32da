using Microsoft.Extensions.FileProviders;

namespace ShortsFactory.Server.Dashboard;

/// <summary>Serves the dashboard's files as they are: nothing is built for them, and nothing of a user is in them.</summary>
internal static class DashboardPages
{
    public static WebApplication MapDashboard(this WebApplication app)
    {
        // Beside the program, from wherever it is started.
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            // Asked for again each time, and sent only if changed: a new version is seen at once.
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
        });
        return app;
    }
}
