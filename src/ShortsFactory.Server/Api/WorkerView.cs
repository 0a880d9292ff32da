using ShortsFactory.Server.Workers;

namespace ShortsFactory.Server.Api;

/// <summary>A worker as the interface tells it.</summary>
internal sealed record WorkerView(string Name, string Host, string Version, bool IsThis, string State, string? Reason, int Slots, int Running, DateTimeOffset LastSeenAt)
{
    public static WorkerView Of(Worker worker, string own, DateTimeOffset now) => new(
        worker.Name,
        worker.Host,
        worker.Version,
        string.Equals(worker.Name, own, StringComparison.Ordinal),
        now - worker.SeenAt > WorkerBoard.Silence ? "lost" : worker.IsDraining ? "draining" : worker.PauseReason is null ? "working" : "paused",
        worker.PauseReason,
        worker.Slots,
        worker.Running,
        worker.SeenAt);
}
