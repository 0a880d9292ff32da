namespace ShortsFactory.Batches;

/// <summary>What a caller asks for: many scripts, one folder of videos.</summary>
public sealed record BatchRequest
{
    /// <summary>Scripts, folders and patterns of them, and tables; absolute, or from the working directory on.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Absolute path of the folder for the videos.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>Absolute path of the script that the rows of tables are put into; <see langword="null"/> if there are no tables.</summary>
    public string? ScriptTemplate { get; init; }

    /// <summary>The name of a row's video without extension, with <c>{{column}}</c>; <see langword="null"/> means the table's name and the row's number.</summary>
    public string? NamePattern { get; init; }

    /// <summary>The caption template of all; <see langword="null"/> leaves it to the scripts.</summary>
    public string? Template { get; init; }

    /// <summary>The voice of all as <c>engine:voice</c>; <see langword="null"/> leaves it to the scripts.</summary>
    public string? Voice { get; init; }

    /// <summary>The background of scenes that name none; <see langword="null"/> leaves it to the scripts.</summary>
    public string? Background { get; init; }
}
