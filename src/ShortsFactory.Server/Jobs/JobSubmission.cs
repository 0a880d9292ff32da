namespace ShortsFactory.Server.Jobs;

/// <summary>What somebody asks for.</summary>
internal sealed record JobSubmission
{
    public required JobOrder Order { get; init; }

    /// <summary>What the files are to be called; <see langword="null"/> takes the script's title.</summary>
    public string? Name { get; init; }

    /// <summary>The cells of a template's columns; <see langword="null"/> for a script that is none.</summary>
    public IReadOnlyDictionary<string, string>? Row { get; init; }

    /// <summary>0 to 9, 5 by default; higher ones are begun first.</summary>
    public int Priority { get; init; } = 5;

    /// <summary>The same key twice is the same job.</summary>
    public string? IdempotencyKey { get; init; }

    public OriginKind OriginKind { get; init; }

    public string? OriginName { get; init; }

    public string? Webhook { get; init; }
}
