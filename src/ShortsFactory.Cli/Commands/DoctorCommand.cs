using System.CommandLine;
using System.Text.Json;
using ShortsFactory.Cli.Doctor;
using ShortsFactory.Cli.Hosting;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts doctor</c>: looks whether everything is there that a run needs.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print the findings as JSON." };

    public static Command Create()
    {
        var command = new Command("doctor", "Check that everything is there that a video needs, and say how to mend what is not.") { Json };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, cancellationToken) => ExamineAsync(parsed.GetValue(Json), session, cancellationToken),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport()));
        return command;
    }

    private static async Task<int> ExamineAsync(bool json, CliSession session, CancellationToken cancellationToken)
    {
        await using var scope = session.Scopes.Open("doctor");
        var findings = new List<Finding>();
        foreach (var check in session.Get<IEnumerable<IDoctorCheck>>())
        {
            findings.AddRange(await check.RunAsync(scope, cancellationToken));
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings, FindingJson.Default.ListFinding));
        }
        else
        {
            Print(findings);
        }

        return findings.TrueForAll(finding => finding.Ok) ? ExitCode.Done : ExitCode.Missing;
    }

    private static void Print(List<Finding> findings)
    {
        var width = findings.Max(finding => finding.Name.Length);
        foreach (var finding in findings)
        {
            Console.WriteLine($"{(finding.Ok ? "ok     " : "missing")}  {finding.Name.PadRight(width)}  {finding.Detail}");
            if (finding.Fix is { } fix)
            {
                Console.WriteLine($"{new string(' ', width + 11)}{fix}");
            }
        }
    }
}
