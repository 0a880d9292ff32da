namespace ShortsFactory.Server.Watching;

/// <summary>A script that was taken from a folder, until it is put away.</summary>
internal sealed record WatchedScript
{
    /// <summary>Unique: the same file dropped again is another one.</summary>
    public required string Id { get; init; }

    /// <summary>Where it lies.</summary>
    public required string Path { get; init; }

    /// <summary>The SHA-256 of its text as it was taken.</summary>
    public required string Hash { get; init; }

    /// <summary>The job that makes it; <see langword="null"/> until it is handed in.</summary>
    public string? JobId { get; init; }

    /// <summary>What it and its files are called where they are put, without extension; <see langword="null"/> until that is decided.</summary>
    public string? Name { get; init; }

    /// <summary>The key that makes a job of it once.</summary>
    public string IdempotencyKey => $"watch:{Id}";
}
