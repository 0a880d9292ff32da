using ShortsFactory.Server.Security;
using ShortsFactory.Server.Workers;

namespace ShortsFactory.Server.Api;

/// <summary>The server itself over HTTP, and its workers.</summary>
internal static class SystemEndpoints
{
    public static RouteGroupBuilder MapSystem(this RouteGroupBuilder api)
    {
        api.MapGet("/system", (SystemStatus system, CancellationToken cancellationToken) => system.ReadAsync(cancellationToken)).RequireScope(Scope.Read).WithTags("System").WithSummary("Shows how the server stands.");
        api.MapGet("/workers", ListAsync).RequireScope(Scope.Read).WithTags("System").WithSummary("Lists the workers.");
        return api;
    }

    private static async Task<IReadOnlyList<WorkerView>> ListAsync(WorkerBoard board, WorkerName name, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        return [.. (await board.ListAsync(cancellationToken)).Select(worker => WorkerView.Of(worker, name.Value, now))];
    }
}
