using System.CommandLine;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Hosting;

/// <summary>The commands of the server, which is a program of its own: web server and database drivers stay out of this one, which becomes that one.</summary>
internal static class ServerProgram
{
    private const string FileName = "shorts-server";

    private static readonly (string Name, string Description)[] All =
    [
        ("serve", "Serve dashboard, REST interface, MCP and schedules, and make what is asked for."),
        ("worker", "Make shorts for a server on another machine, with a shared PostgreSQL database."),
        ("keys", "Make, list and take back the keys that callers of a server show."),
    ];

    /// <summary>The commands as the help lists them.</summary>
    public static IEnumerable<Command> Commands => All.Select(command => new Command(command.Name, command.Description));

    /// <summary>Whether the arguments are for the server.</summary>
    public static bool Takes(string[] arguments) => arguments.Length > 0 && All.Any(command => string.Equals(command.Name, arguments[0], StringComparison.Ordinal));

    /// <summary>Becomes the server; returns only if it cannot be started.</summary>
    public static int Become(string[] arguments)
    {
        try
        {
            ProgramReplacement.Become(Path.Combine(AppContext.BaseDirectory, FileName), arguments);
            return ExitCode.Failed;
        }
        catch (ToolMissingException exception)
        {
            return new TextErrorReport().Report(exception.Message, exception.Advice, ExitCode.Missing);
        }
    }
}
