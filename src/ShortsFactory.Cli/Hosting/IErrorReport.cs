namespace ShortsFactory.Cli.Hosting;

/// <summary>Tells the user, or the program that called, why a command failed.</summary>
internal interface IErrorReport
{
    /// <summary>Tells it and returns <paramref name="exitCode"/>.</summary>
    int Report(string message, string? advice, int exitCode);
}
