using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using ShortsFactory.Cli.Hosting;

namespace ShortsFactory.Cli.Client;

/// <summary>What all commands that talk to a server share: two options, a session with a client, and JSON for those who want it.</summary>
internal static class ClientCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Option<string?> Server = new("--server")
    {
        Description = "The server's address. [default: the setting Client:Server, else http://127.0.0.1:5080]",
        HelpName = "URL",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the server's answer as JSON." };

    /// <summary>A command that does <paramref name="work"/> with a client.</summary>
    public static Command Create(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, ServerClient, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.Options.Add(Server);
        command.Options.Add(Json);
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            async (session, cancellationToken) =>
            {
                using var client = new ServerClient(session.Get<IOptions<ClientOptions>>().Value);
                return await work(parsed, client, cancellationToken);
            },
            WantsJson(parsed) ? new JsonErrorReport() : new TextErrorReport(),
            Overrides,
            interruption: "interrupted; the server goes on with what it has."));
        return command;
    }

    public static bool WantsJson(ParseResult parsed) => parsed.GetValue(Json);

    /// <summary>Prints an answer as it came, for programs.</summary>
    public static void Print(string json) => Console.WriteLine(JsonNode.Parse(json)!.ToJsonString(Indented));

    /// <summary>A moment for people: by this machine's clocks.</summary>
    public static string Time(DateTimeOffset? time, string? zone = null) => time is not { } moment ? ""
        : $"{TimeZoneInfo.ConvertTime(moment, zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Local):yyyy-MM-dd HH:mm:ss}";

    private static List<KeyValuePair<string, string?>> Overrides(ParseResult parsed) =>
        parsed.GetValue(Server) is { Length: > 0 } server ? [new("Client:Server", server)] : [];
}
