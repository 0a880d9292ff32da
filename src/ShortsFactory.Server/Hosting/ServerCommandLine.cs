using System.CommandLine;
using System.CommandLine.Help;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Server.Security;
using ShortsFactory.Server.Storage;
using ShortsFactory.Settings;

namespace ShortsFactory.Server.Hosting;

/// <summary>The commands of this program, each of which <c>shorts</c> has under the same name.</summary>
internal static class ServerCommandLine
{
    private const int Failed = 1;
    private const int BadInput = 2;

    private static readonly Option<string?> Listen = new("--listen") { Description = "The address to listen on. [default: 127.0.0.1, which only this machine can reach]", HelpName = "ADDRESS" };

    private static readonly Option<int?> Port = new("--port") { Description = "The port to listen on; 0 takes any free one. [default: 5080]", HelpName = "N" };

    private static readonly Option<string?> Data = new("--data") { Description = "The folder of the server's data. [default: ~/.local/share/shortsfactory]", HelpName = "DIR" };

    private static readonly Option<string?> DatabaseAddress = new("--database")
    {
        Description = "A PostgreSQL database, which several processes can share: postgres://user:password@host/name. [default: a SQLite file in the data folder]",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string?> Artifacts = new("--artifacts") { Description = "The folder of finished videos, which all processes share. [default: artifacts in the data folder]", HelpName = "DIR" };

    private static readonly Option<int?> Jobs = new("--jobs") { Description = "How many shorts are made at once, 1 to 64. [default: one more than there are processors, if the memory allows]", HelpName = "N" };

    private static readonly Option<string[]> Watch = new("--watch")
    {
        Description = "A folder whose scripts are made as they are put in, and then moved to done/ or failed/ below it. May be given several times.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<string?> Work = new("--work") { Description = "Where temporary files are kept. [default: the system's temporary directory]", HelpName = "DIR" };

    private static readonly Option<string[]> Set = new("--set") { Description = "Override a setting, for example --set Server:MaxAttempts=5. May be given several times.", HelpName = "Section:Key=Value", AllowMultipleArgumentsPerToken = false };

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Log more." };

    public static async Task<int> RunAsync(string[] arguments)
    {
        // Not the command of this program: helps name the one that people type.
        var root = new Command("shorts", "The server of ShortsFactory: takes scripts in, makes them one after the other, and shows how far it is.")
        {
            new HelpOption(), Serve(), Worker(), new KeysCommand(OpenDatabase).Build(Data, DatabaseAddress, Set),
        };
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0)
        {
            return Report(string.Join(' ', parsed.Errors.Select(error => error.Message)), parsed.CommandResult.Command == root ? "Try 'shorts --help'." : $"Try 'shorts {parsed.CommandResult.Command.Name} --help'.", BadInput);
        }

        try
        {
            // Signals are the business of the host and of the resource scopes.
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
        }
        catch (ShortsFactoryException exception)
        {
            return Report(exception.Message, exception.Advice, exception is InvalidInputException ? BadInput : Failed);
        }
    }

    private static Command Serve()
    {
        var command = new Command("serve", "Serves the dashboard and the interface, and makes the shorts that are asked for.") { Listen, Port, Data, DatabaseAddress, Artifacts, Watch, Jobs, Work, Set, Verbose };
        command.SetAction((parsed, _) => ServerHost.RunAsync(Overrides(parsed, isWorker: false), parsed.GetValue(Verbose)));
        return command;
    }

    private static Command Worker()
    {
        var command = new Command("worker", "Makes shorts for a server that shares its PostgreSQL database and its folder of results.") { DatabaseAddress, Artifacts, Port, Data, Jobs, Work, Set, Verbose };
        command.Validators.Add(result =>
        {
            if (result.GetValue(DatabaseAddress) is null || result.GetValue(Artifacts) is null)
            {
                result.AddError("A worker needs --database postgres://... and --artifacts DIR: those of the server that it works for.");
            }
        });
        command.SetAction((parsed, _) => ServerHost.RunAsync(Overrides(parsed, isWorker: true), parsed.GetValue(Verbose)));
        return command;
    }

    private static Database OpenDatabase(ParseResult parsed) => ServerHost.OpenDatabase(Overrides(parsed, isWorker: false));

    private static List<KeyValuePair<string, string?>> Overrides(ParseResult parsed, bool isWorker)
    {
        List<KeyValuePair<string, string?>> overrides = [.. (parsed.GetValue(Set) ?? []).Select(SettingsSources.ParseOverride)];
        Add("Server:Address", isWorker ? null : parsed.GetValue(Listen));
        Add("Server:Port", parsed.GetValue(Port)?.ToString() ?? (isWorker ? "0" : null));
        Add("Server:DataDirectory", FullPath(parsed.GetValue(Data)));
        Add("Server:Database", parsed.GetValue(DatabaseAddress));
        Add("Server:ArtifactsDirectory", FullPath(parsed.GetValue(Artifacts)));
        Add("Server:Jobs", parsed.GetValue(Jobs)?.ToString());
        Add("Server:IsWorker", isWorker ? "true" : null);
        Add("Resources:WorkDirectory", FullPath(parsed.GetValue(Work)));
        foreach (var (index, folder) in (isWorker ? [] : parsed.GetValue(Watch) ?? []).Index())
        {
            Add($"Server:Watch:Folders:{index}", FullPath(folder));
        }

        return overrides;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                overrides.Add(new(key, value));
            }
        }
    }

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);

    private static int Report(string message, string? advice, int exitCode)
    {
        Console.Error.WriteLine($"shorts: {message}");
        if (advice is not null)
        {
            Console.Error.WriteLine($"        {advice}");
        }

        return exitCode;
    }
}
