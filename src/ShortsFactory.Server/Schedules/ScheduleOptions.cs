namespace ShortsFactory.Server.Schedules;

/// <summary>What schedules may read. Configuration section <c>Server:Schedules</c>.</summary>
internal sealed class ScheduleOptions
{
    /// <summary>The folders below which scripts, folders and tables of schedules lie; empty (the default) means the home directory of the user whom the server runs as.</summary>
    public string[] Roots { get; set; } = [];
}
