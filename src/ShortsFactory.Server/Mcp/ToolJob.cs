using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Mcp;

/// <summary>A job as tools tell it: what a model needs to go on, and addresses that it can hand to people.</summary>
internal sealed record ToolJob
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required JobState State { get; init; }

    public string? Stage { get; init; }

    public required int Percent { get; init; }

    public int? SecondsLeft { get; init; }

    public string? Reason { get; init; }

    public string? Advice { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public double? DurationSeconds { get; init; }

    /// <summary>The address of the video, once it is done.</summary>
    public string? Video { get; init; }

    /// <summary>The addresses of all files: subtitles, cover, manifest.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public static ToolJob Of(Job job, IArtifactStore artifacts, string server)
    {
        string[] files = [.. artifacts.List(job).Select(file => $"{server}/api/v1/jobs/{job.Id}/files/{Uri.EscapeDataString(file.Name)}")];
        return new()
        {
            Id = job.Id,
            Title = job.Title,
            State = job.State,
            Stage = job.Stage,
            Percent = job.Percent,
            SecondsLeft = job.SecondsLeft,
            Reason = job.Reason,
            Advice = job.Advice,
            Warnings = job.Warnings,
            DurationSeconds = job.DurationSeconds,
            Video = Array.Find(files, file => file.EndsWith(".mp4", StringComparison.Ordinal)),
            Files = files,
        };
    }
}
