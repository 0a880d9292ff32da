using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Schedules;

/// <summary>
/// What a schedule makes: the same script each time, the next file of a folder, or the next row of a table in a script. One of <see cref="Script"/>,
/// <see cref="File"/> and <see cref="Folder"/>, or <see cref="Table"/> with one of the first two.
/// </summary>
internal sealed record Production
{
    /// <summary>The text of a script.</summary>
    public string? Script { get; init; }

    /// <summary>The path of a script.</summary>
    public string? File { get; init; }

    /// <summary>The path of a folder of scripts: each run takes the next one by name that was not taken yet.</summary>
    public string? Folder { get; init; }

    /// <summary>The path of a table: each run puts the next row that was not taken yet into the script.</summary>
    public string? Table { get; init; }

    /// <summary>How <see cref="Script"/> is written.</summary>
    public ScriptFormat Format { get; init; }

    public string? Voice { get; init; }

    public string? Template { get; init; }

    public string? Background { get; init; }

    public string? Music { get; init; }

    public string? PictureFormat { get; init; }
}
