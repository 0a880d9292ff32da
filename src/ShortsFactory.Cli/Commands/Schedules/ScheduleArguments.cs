using System.CommandLine;

namespace ShortsFactory.Cli.Commands.Schedules;

/// <summary>How schedules are named on the command line.</summary>
internal static class ScheduleArguments
{
    public static readonly Argument<string> Name = new("NAME") { Description = "The schedule's name; 'shorts schedule list' shows them all." };

    /// <summary>A schedule's place in the interface.</summary>
    public static string PathOf(string name) => $"schedules/{Uri.EscapeDataString(name)}";
}
