namespace ShortsFactory.Server.Schedules;

/// <summary>What is sent to change a schedule: what is left out stays.</summary>
internal sealed record ScheduleChange(string? Name, ScheduleTimes? When, Production? Make, int? Priority)
{
    /// <summary>The definition with the changes in it.</summary>
    public ScheduleDefinition Of(ScheduleDefinition definition) => definition with
    {
        Name = Name ?? definition.Name,
        When = When ?? definition.When,
        Make = Make ?? definition.Make,
        Priority = Priority ?? definition.Priority,
    };
}
