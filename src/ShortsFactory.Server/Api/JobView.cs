using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>A job as the interface tells it.</summary>
internal sealed record JobView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required JobState State { get; init; }

    public string? Stage { get; init; }

    public required int Percent { get; init; }

    public int? SecondsLeft { get; init; }

    public required int Priority { get; init; }

    public required int Attempt { get; init; }

    public required int MaxAttempts { get; init; }

    public string? Worker { get; init; }

    public required OriginView Origin { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public FailureView? Failure { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public double? DurationSeconds { get; init; }

    public required IReadOnlyList<FileView> Files { get; init; }

    public static JobView Of(Job job, IArtifactStore artifacts) => new()
    {
        Id = job.Id,
        Name = job.Name,
        Title = job.Title,
        State = job.State,
        Stage = job.Stage,
        Percent = job.Percent,
        SecondsLeft = job.SecondsLeft,
        Priority = job.Priority,
        Attempt = job.Attempt,
        MaxAttempts = job.MaxAttempts,
        Worker = job.Worker,
        Origin = new(job.OriginKind, job.OriginName),
        CreatedAt = job.CreatedAt,
        StartedAt = job.StartedAt,
        EndedAt = job.EndedAt,
        Failure = job.FailureKind is { } kind ? new(kind, job.Reason ?? "", job.Advice) : null,
        Warnings = job.Warnings,
        DurationSeconds = job.DurationSeconds,
        Files = [.. artifacts.List(job).Select(file => new FileView(file.Name, file.Size, file.ContentType, $"/api/v1/jobs/{job.Id}/files/{Uri.EscapeDataString(file.Name)}"))],
    };
}
