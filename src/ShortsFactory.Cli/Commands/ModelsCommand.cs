using System.CommandLine;
using System.Globalization;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Models;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts models</c>: the recognition models that are installed, and whether they are whole.</summary>
internal static class ModelsCommand
{
    private const double BytesPerMegabyte = 1_000_000;

    public static Command Create()
    {
        var list = new Command("list", "List the recognition models that are installed.");
        list.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(List(session))));
        var verify = new Command("verify", "Compare every file of every model with its checksum.");
        verify.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, VerifyAsync));
        return new Command("models", "List or verify the recognition models.") { list, verify };
    }

    private static int List(CliSession session)
    {
        TextTable.Write(["MODEL", "LANGUAGE", "SIZE", "STATE", "ABOUT"], session.Get<ModelCatalog>().List().Select(Row));
        return ExitCode.Done;
    }

    private static string[] Row(InstalledModel model) =>
    [
        model.Name,
        model.Language,
        string.Create(CultureInfo.InvariantCulture, $"{model.SizeBytes / BytesPerMegabyte:0.0} MB"),
        model.IsComplete ? "ok" : "damaged",
        model.Description,
    ];

    private static async Task<int> VerifyAsync(CliSession session, CancellationToken cancellationToken)
    {
        var damaged = false;
        foreach (var model in session.Get<ModelCatalog>().List())
        {
            var problems = await model.VerifyAsync(cancellationToken);
            Console.WriteLine($"{model.Name}: {(problems.Count == 0 ? "ok" : "damaged")}");
            foreach (var problem in problems)
            {
                Console.WriteLine($"  {problem}");
            }

            damaged |= problems.Count > 0;
        }

        return damaged ? ExitCode.Failed : ExitCode.Done;
    }
}
