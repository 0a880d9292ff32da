namespace ShortsFactory.Server.Jobs;

/// <summary>What a worker needs to make a job: the script as it was sent, and what overrides its front matter.</summary>
internal sealed record JobOrder
{
    public required string Script { get; init; }

    public required ScriptFormat Format { get; init; }

    public string? Template { get; init; }

    public string? Voice { get; init; }

    public string? Background { get; init; }

    public string? Music { get; init; }

    public string? PictureFormat { get; init; }

    /// <summary>The folder where the script's paths start; <see langword="null"/> for one that came over the net: then it may name nothing outside the media folder.</summary>
    public string? BaseDirectory { get; init; }
}
