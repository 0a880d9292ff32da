using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Schedules;

/// <summary>One thing that a schedule can make.</summary>
internal sealed record ProductionItem
{
    /// <summary>What it is called for people: the name of a file, the line of a table; <see langword="null"/> for the text of the schedule itself.</summary>
    public string? Name { get; init; }

    /// <summary>What tells it from all others of its folder or table, its content included; <see langword="null"/> if it is made again and again.</summary>
    public string? Key { get; init; }

    /// <summary>What the video is called; <see langword="null"/> takes the title.</summary>
    public string? VideoName { get; init; }

    /// <summary>The script, and what overrides it.</summary>
    public required JobOrder Order { get; init; }
}
