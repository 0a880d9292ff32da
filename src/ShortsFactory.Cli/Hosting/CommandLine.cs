using System.CommandLine;
using System.CommandLine.Help;
using ShortsFactory.Cli.Commands;

namespace ShortsFactory.Cli.Hosting;

/// <summary>Puts the commands together, parses, and turns bad usage into its exit code.</summary>
internal static class CommandLine
{
    private const string Description = "Turns a script into a finished short video: narration, karaoke captions, 1080x1920 mp4. Works offline.";

    private static readonly string[] Examples =
    [
        "shorts make examples/octopus.md                     makes out/octopus.mp4 and its sidecars",
        "shorts make voice.m4a                               makes out/voice.mp4 of your own voice-over",
        "shorts make story.md -o story.mp4 --voice flite:rms --template clean",
        "shorts fetch https://example.org/clip.mp4 -o footage   fetches footage; a script can name the address too",
        "shorts templates preview -o templates.png           shows what captions can look like",
        "shorts preview story.md --at 12.5 --template neon   shows one frame, without encoding the video",
    ];

    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<Command> commands)
    {
        if (ServerProgram.Takes(arguments))
        {
            return ServerProgram.Become(arguments);
        }

        var root = new RootCommand(Description);
        root.Options.Add(SharedOptions.Set);
        root.Options.Add(SharedOptions.Verbose);
        foreach (var command in commands.Concat(ServerProgram.Commands))
        {
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!, root, Examples);
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0 && parsed.GetResult(help) is null)
        {
            IErrorReport report = arguments.Contains("--json", StringComparer.Ordinal) ? new JsonErrorReport() : new TextErrorReport();
            var message = string.Join(' ', parsed.Errors.Select(error => error.Message + Meant(error.Message, parsed, commands)));
            return report.Report(message, $"Try '{CommandPath(parsed.CommandResult.Command, root)} --help'.", ExitCode.BadInput);
        }

        // Signals are the resource scopes' own business: they stop children and delete files before the process ends.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    private static string Meant(string message, ParseResult parsed, IReadOnlyList<Command> commands) =>
        parsed.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal)) is { } token
            ? Suggestion.For(token, commands.Select(command => command.Name))
            : "";

    private static string CommandPath(Command command, RootCommand root) =>
        command == root ? "shorts" : $"shorts {command.Name}";
}
