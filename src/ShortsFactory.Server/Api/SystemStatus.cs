using Microsoft.Extensions.Options;
using ShortsFactory.Resources;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Workers;

namespace ShortsFactory.Server.Api;

/// <summary>Reads how the server stands.</summary>
internal sealed class SystemStatus(JobStore store, Database database, DiskFloor disk, ResourceScopes scopes, IOptions<ServerOptions> options)
{
    public async Task<SystemView> ReadAsync(CancellationToken cancellationToken)
    {
        var (room, usage) = (disk.Fullest(), scopes.Usage);
        return new SystemView
        {
            Version = ProductVersion.Version,
            Store = database.Kind.ToString().ToLowerInvariant(),
            Counts = await store.CountAsync(cancellationToken),
            Disk = new(room.FreeBytes, room.TotalBytes, options.Value.DiskFloor),
            Paused = disk.Reason,
            Scopes = new(usage.Opened, usage.Opened - usage.Released, usage.CleanupFailures),
        };
    }
}
