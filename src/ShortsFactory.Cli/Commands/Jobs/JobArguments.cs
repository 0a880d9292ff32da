using System.CommandLine;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary>How jobs are named on the command line.</summary>
internal static class JobArguments
{
    public static readonly Argument<string> Job = new("JOB") { Description = "The job's id; 'shorts jobs list' shows it." };

    public static readonly Argument<string[]> Jobs = new("JOB")
    {
        Description = "Ids of jobs; 'shorts jobs list' shows them.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>A job's place in the interface.</summary>
    public static string PathOf(string id) => $"jobs/{Uri.EscapeDataString(id)}";
}
