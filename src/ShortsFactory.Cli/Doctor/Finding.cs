namespace ShortsFactory.Cli.Doctor;

/// <summary>One line of the doctor's report.</summary>
internal sealed record Finding
{
    /// <summary>What was looked at.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is as it should be.</summary>
    public required bool Ok { get; init; }

    /// <summary>What was found.</summary>
    public required string Detail { get; init; }

    /// <summary>How to mend it; <see langword="null"/> where nothing is wrong.</summary>
    public string? Fix { get; init; }
}
