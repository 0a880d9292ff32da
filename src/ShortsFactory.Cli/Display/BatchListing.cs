using System.Globalization;
using ShortsFactory.Batches;

namespace ShortsFactory.Cli.Display;

/// <summary>What is said of a batch before it begins.</summary>
internal static class BatchListing
{
    /// <summary>Tells which scripts cannot be used.</summary>
    /// <exception cref="Pipeline.InvalidInputException">There is nothing that could be made, or nothing may fail.</exception>
    public static void Refuse(BatchPlan plan, bool failFast)
    {
        var problems = plan.Items.Select(item => item.Problem).OfType<Pipeline.InvalidInputException>().ToArray();
        if (problems.Length == plan.Items.Count || (failFast && problems.Length > 0))
        {
            throw BatchPlanner.Together(problems);
        }
    }

    /// <summary>Lists the plan.</summary>
    public static int Show(BatchPlan plan)
    {
        TextTable.Write(
            ["VIDEO", "ABOUT", "SCRIPT"],
            plan.Items.Select(item => (string[])
            [
                item.Name + ".mp4",
                item.Problem is null ? string.Create(CultureInfo.InvariantCulture, $"{item.Estimate.TotalSeconds:0} s") : "no",
                item.Problem?.Message ?? item.Source,
            ]));
        return plan.Items.Any(item => item.Problem is not null) ? ExitCode.BadInput : ExitCode.Done;
    }
}
