using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli;

/// <summary>Every exit code of the program, besides 128 + n for one that was interrupted by signal n.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed: a stage, a tool or the machine.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or bad input: the user can put it right.</summary>
    public const int BadInput = 2;

    /// <summary>Something must be installed first.</summary>
    public const int Missing = 3;

    /// <summary>The one of an error.</summary>
    public static int Of(ShortsFactoryException exception) => exception switch
    {
        InvalidInputException => BadInput,
        ToolMissingException => Missing,
        _ => Failed,
    };
}
