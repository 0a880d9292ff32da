using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>The server as it stands.</summary>
internal sealed record SystemView
{
    public required string Version { get; init; }

    public required string Store { get; init; }

    public required JobCounts Counts { get; init; }

    public required DiskView Disk { get; init; }

    /// <summary>Why this machine begins no job; <see langword="null"/> if it does.</summary>
    public string? Paused { get; init; }

    public required ScopesView Scopes { get; init; }

    /// <summary>Whether nothing changed that somebody would look for.</summary>
    public bool LooksLike(SystemView? other) =>
        other is not null && Counts == other.Counts && string.Equals(Paused, other.Paused, StringComparison.Ordinal) && Disk.FreeBytes >> 26 == other.Disk.FreeBytes >> 26;
}
