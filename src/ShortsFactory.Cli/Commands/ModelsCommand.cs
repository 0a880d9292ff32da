using System.CommandLine;
using System.Globalization;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Models;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts models</c>: the recognition models that are there and that can be had, and whether they are whole.</summary>
internal static class ModelsCommand
{
    private const double BytesPerMegabyte = 1_000_000;

    private static readonly Argument<string> Model = new("NAME") { Description = "The model's name; 'shorts models list' shows them all." };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "Fetch the archive from this address, or take this zip file, instead of the list's address.",
        HelpName = "ADDRESS|FILE",
    };

    private static readonly Option<string?> Sha256 = new("--sha256")
    {
        Description = "The SHA-256 that the archive must have.",
        HelpName = "HEX",
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "The language of a model that the list does not know.",
        HelpName = "TAG",
    };

    public static Command Create()
    {
        var list = new Command("list", "List the recognition models that are there, and those that can be installed.");
        list.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(List(session))));
        var verify = new Command("verify", "Compare every file of every model with its checksum.");
        verify.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, VerifyAsync));
        var install = new Command("install", "Fetch a model and install it for this user. A download that was cut off goes on from where it was.") { Model, From, Sha256, Language };
        install.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, cancellationToken) => InstallAsync(parsed, session, cancellationToken)));
        var remove = new Command("remove", "Remove a model that was installed.") { Model };
        remove.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(Remove(parsed, session))));
        return new Command("models", "List, verify, install or remove the recognition models.") { list, verify, install, remove };
    }

    private static int List(CliSession session)
    {
        var catalog = session.Get<ModelCatalog>();
        var there = catalog.List();
        var available = catalog.Available.Where(model => !there.Any(other => string.Equals(other.Name, model.Name, StringComparison.Ordinal)));
        TextTable.Write(["MODEL", "LANGUAGE", "SIZE", "STATE", "ABOUT"], there.Select(Row).Concat(available.Select(Row)));
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

    private static string[] Row(AvailableModel model) =>
        [model.Name, model.Language, $"{model.Megabytes} MB", "available", $"{model.Description} {model.Licence}"];

    private static async Task<int> InstallAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var request = new InstallRequest
        {
            Name = parsed.GetRequiredValue(Model),
            From = parsed.GetValue(From),
            Sha256 = parsed.GetValue(Sha256),
            Language = parsed.GetValue(Language),
        };
        await using var scope = session.Scopes.Open("install");
        using var display = new InstallDisplay();
        var result = await session.Get<ModelInstaller>().InstallAsync(request, scope, display, cancellationToken);
        display.Dispose();
        Console.WriteLine(result.Sha256 is null
            ? $"{result.Model.Name} is there already."
            : $"Installed {result.Model.Name} ({result.Model.Language}) in {result.Model.Directory}.");
        if (result.IsPinned)
        {
            Console.WriteLine($"Nobody has told its checksum beforehand. It has the SHA-256 {result.Sha256}; from now on it must have the same.");
        }

        return ExitCode.Done;
    }

    private static int Remove(ParseResult parsed, CliSession session)
    {
        var name = parsed.GetRequiredValue(Model);
        session.Get<ModelInstaller>().Remove(name);
        Console.WriteLine($"Removed {name}.");
        return ExitCode.Done;
    }

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
