using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShortsFactory.Server.Workers;

namespace ShortsFactory.Server.Api;

/// <summary>Whether the disks have room for work; without it jobs are taken in, but wait.</summary>
internal sealed class DiskCheck(DiskFloor disk) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(disk.Reason is { } reason ? HealthCheckResult.Degraded(reason) : HealthCheckResult.Healthy());
}
