using System.CommandLine;

namespace ShortsFactory.Cli.Commands;

/// <summary>Options that every command takes, or several.</summary>
internal static class SharedOptions
{
    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "Override a setting, for example --set Compositing:Crf=18. May be given several times.",
        HelpName = "Section:Key=Value",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    public static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "Write the log to standard error too.",
        Recursive = true,
    };

    /// <summary>For the commands that make runs or look at them.</summary>
    public static readonly Option<string?> Work = new("--work")
    {
        Description = "Where runs keep their temporary files. [default: the system's temporary directory]",
        HelpName = "DIR",
    };

    /// <summary>The setting that <see cref="Work"/> stands for.</summary>
    public static List<KeyValuePair<string, string?>> WorkOverride(ParseResult parsed) =>
        parsed.GetValue(Work) is { Length: > 0 } work ? [new("Resources:WorkDirectory", Path.GetFullPath(work))] : [];
}
