using System.CommandLine;
using System.Text.Json.Nodes;
using ShortsFactory.Cli.Client;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs submit</c>: hands scripts in.</summary>
internal static class JobsSubmit
{
    private const string Description = """
        Hand scripts to the server. Their text is sent, not the files that they name: those lie in the server's media folder.

        Handed in is kept: the short is made, whatever happens to the server. With --key the same command can be sent again
        without making a short twice.
        """;

    private static readonly Argument<string[]> Scripts = new("SCRIPT") { Description = "Scripts: .md, .txt or .json.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Name = new("--name") { Description = "What the video is called. [default: the script's file name]", HelpName = "NAME" };

    private static readonly Option<int?> Priority = new("--priority") { Description = "0 to 9; higher ones are made first. [default: 5]", HelpName = "N" };

    private static readonly Option<string[]> Cell = new("--cell")
    {
        Description = "What {{column}} stands for in the script. May be given several times.",
        HelpName = "column=text",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<string?> Key = new("--key") { Description = "A key that stands for this submission: sent twice with the same, it is made once.", HelpName = "KEY" };

    private static readonly Option<string?> Webhook = new("--webhook") { Description = "An address that is told when the job has ended.", HelpName = "URL" };

    private static readonly Option<bool> Wait = new("--wait") { Description = "Wait for the end, and show how far it is; Ctrl+C ends the waiting, not the job." };

    public static Command Create() => ClientCommand.Create(
        "submit",
        Description,
        [Scripts, Name, MakeCommand.Template, MakeCommand.Voice, MakeCommand.Background, MakeCommand.Music, MakeCommand.Format, Priority, Cell, Key, Webhook, Wait],
        RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var paths = parsed.GetValue(Scripts)!;
        if (paths.Length > 1 && (parsed.GetValue(Name) is not null || parsed.GetValue(Key) is not null))
        {
            throw new InvalidInputException("--name and --key are for one script.") { Advice = "Hand the scripts in one by one." };
        }

        // All are read before the first is sent: a typing error leaves nothing half done.
        List<JsonObject> bodies = [];
        foreach (var path in paths)
        {
            bodies.Add(await BodyAsync(parsed, MakeSources.FullPath(path, "SCRIPT"), cancellationToken));
        }

        List<RemoteJob> jobs = [];
        foreach (var body in bodies)
        {
            var (job, json) = await client.ReadAsync(HttpMethod.Post, "jobs", body, RemoteJson.Default.RemoteJob, cancellationToken, parsed.GetValue(Key));
            jobs.Add(job);
            Tell(job, json, parsed);
        }

        return parsed.GetValue(Wait) ? await JobsWait.ForAsync([.. jobs.Select(job => job.Id)], client, ClientCommand.WantsJson(parsed), cancellationToken) : ExitCode.Done;
    }

    private static void Tell(RemoteJob job, string json, ParseResult parsed)
    {
        if (!ClientCommand.WantsJson(parsed))
        {
            Console.WriteLine($"{job.Id}  {job.State}  {job.Title}");
        }
        else if (!parsed.GetValue(Wait))
        {
            ClientCommand.Print(json);
        }
    }

    private static async Task<JsonObject> BodyAsync(ParseResult parsed, string path, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["script"] = await ScriptFile.ReadTextAsync(path, cancellationToken),
            ["name"] = parsed.GetValue(Name) ?? Path.GetFileNameWithoutExtension(path),
            ["format"] = FormatOf(path),
            ["template"] = parsed.GetValue(MakeCommand.Template),
            ["voice"] = parsed.GetValue(MakeCommand.Voice),
            ["background"] = parsed.GetValue(MakeCommand.Background),
            ["music"] = parsed.GetValue(MakeCommand.Music),
            ["pictureFormat"] = parsed.GetValue(MakeCommand.Format),
            ["priority"] = parsed.GetValue(Priority),
            ["webhook"] = parsed.GetValue(Webhook),
        };
        if (parsed.GetValue(Cell) is { Length: > 0 } cells)
        {
            body["row"] = new JsonObject(cells.Select(CellOf));
        }

        return body;
    }

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => "txt",
        ".json" => "json",
        ".md" or ".markdown" => "md",
        var other => throw new InvalidInputException($"'{other}' is no extension of a script.", path) { Advice = "Scripts are named .md, .txt or .json." },
    };

    private static KeyValuePair<string, JsonNode?> CellOf(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        ? new(text[..equals].Trim(), text[(equals + 1)..])
        : throw new InvalidInputException($"--cell {text} is no cell.") { Advice = "Write it as column=text." };
}
