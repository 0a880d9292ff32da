using System.CommandLine;
using ShortsFactory.Batches;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts batch</c>: many shorts in one run.</summary>
internal static class BatchCommand
{
    private const string Description = """
        Make a video of every script: of scripts, of folders of them, or of the rows of a table that are put into a script.

        Everything is checked first. A script that cannot be used fails by itself, and the others are made; a path that is not there, a
        table without a column that is asked for, or two videos of one name stop the batch before it begins.
        Exit codes: 0 every short is there; 1 at least one could not be made; 2 bad usage or input, and nothing was begun;
        3 something must be installed; 130, 143, 129, 131 interrupted: finished shorts stay, --resume goes on.
        """;

    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Scripts, folders of scripts (with the folders below them), patterns in quotes ('**/*.md'), or tables: .csv, .tsv, .jsonl.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder for the videos.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "out",
    };

    private static readonly Option<string?> Script = new("--script")
    {
        Description = "The script that each row of a table is put into, with {{column}} where a cell belongs.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The name of each row's video, such as '{{author}}-{{row}}'. [default: the table's name and the row's number]",
        HelpName = "PATTERN",
    };

    private static readonly Option<int> Jobs = new("--jobs", "-j")
    {
        Description = $"How many shorts are at work at once, 1 to 64. [default: one more than there are processors, if the memory allows; here {BatchSettings.DescribeDefaultJobs()}]",
        HelpName = "N",
    };

    private static readonly Option<bool> FailFast = new("--fail-fast") { Description = "Stop at the first failure; begin nothing if a script cannot be used." };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Leave shorts as they are that lie whole in the folder, made from the same inputs." };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Where the report goes; its data are put beside it as .json. [default: report.html in the folder of the videos]",
        HelpName = "FILE.html",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only check everything, and list what would be made." };

    private static readonly Option<bool> NoCache = new("--no-cache") { Description = "Make everything anew, and keep nothing for later runs." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print a line of JSON for each event on standard output." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but failures and the last line." };

    public static Command Create()
    {
        var command = new Command("batch", Description)
        {
            Paths, Output, Script, Name, Jobs, FailFast, Resume, Report, DryRun, MakeCommand.Template, MakeCommand.Voice, MakeCommand.Background, SharedOptions.Work, NoCache, Json, Quiet,
        };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, cancellationToken) => RunAsync(parsed, session, cancellationToken),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport(),
            Overrides));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var output = MakeSources.FullPath(parsed.GetValue(Output)!, "-o");
        var settings = Settings(parsed, output);
        var plan = await session.Get<BatchPlanner>().PlanAsync(Request(parsed, output), cancellationToken);
        BatchListing.Refuse(plan, parsed.GetValue(FailFast));
        if (parsed.GetValue(DryRun))
        {
            return BatchListing.Show(plan);
        }

        var display = BatchDisplay.Choose(parsed.GetValue(Json), parsed.GetValue(Quiet), parsed.GetValue(SharedOptions.Verbose));
        var status = await display.ShowAsync(watch => session.Get<BatchRunner>().RunAsync(plan, settings, watch, cancellationToken));
        display.End(status, settings);
        return status.Outcome switch
        {
            BatchOutcome.Succeeded => ExitCode.Done,
            BatchOutcome.Interrupted => session.Scopes.InterruptExitCode ?? ExitCode.Failed,
            _ => ExitCode.Failed,
        };
    }

    private static BatchRequest Request(ParseResult parsed, string output) => new()
    {
        Paths = parsed.GetValue(Paths)!,
        OutputDirectory = output,
        ScriptTemplate = parsed.GetValue(Script) is { } script ? MakeSources.FullPath(script, "--script") : null,
        NamePattern = parsed.GetValue(Name),
        Template = parsed.GetValue(MakeCommand.Template),
        Voice = parsed.GetValue(MakeCommand.Voice),
        Background = MakeCommand.FromWorkingDirectory(parsed.GetValue(MakeCommand.Background)),
    };

    private static BatchSettings Settings(ParseResult parsed, string output)
    {
        var jobs = parsed.GetValue(Jobs);
        if (jobs is < 0 or > 64 || (jobs == 0 && parsed.GetResult(Jobs) is { Implicit: false }))
        {
            throw new InvalidInputException($"--jobs {jobs} is not from 1 to 64.") { Advice = "Leave it out to let the machine decide." };
        }

        var report = MakeSources.FullPath(parsed.GetValue(Report) ?? Path.Combine(output, "report.html"), "--report");
        return Path.GetExtension(report).Equals(".html", StringComparison.OrdinalIgnoreCase)
            ? new BatchSettings
            {
                Jobs = jobs > 0 ? jobs : BatchSettings.DefaultJobs,
                FailFast = parsed.GetValue(FailFast),
                Resume = parsed.GetValue(Resume),
                ReportPath = report,
                ResumeCommand = ResumeCommand(parsed),
            }
            : throw new InvalidInputException($"--report '{report}' is not named .html.") { Advice = "Name it so; its data are put beside it as .json." };
    }

    /// <summary>The same command, as it can be typed again.</summary>
    private static string ResumeCommand(ParseResult parsed)
    {
        var arguments = parsed.Tokens.Select(token => token.Value).Where(argument => !string.Equals(argument, Resume.Name, StringComparison.Ordinal)).Append(Resume.Name);
        return $"shorts {string.Join(' ', arguments.Select(Quote))}";
    }

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(character => char.IsLetterOrDigit(character) || "-_./:=,+@".Contains(character, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static List<KeyValuePair<string, string?>> Overrides(ParseResult parsed)
    {
        var overrides = SharedOptions.WorkOverride(parsed);
        if (parsed.GetValue(NoCache))
        {
            overrides.Add(new("Cache:Enabled", "false"));
        }

        return overrides;
    }
}
