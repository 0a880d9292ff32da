namespace ShortsFactory.Cli.Hosting;

/// <summary>Errors for people, on standard error.</summary>
internal sealed class TextErrorReport : IErrorReport
{
    public int Report(string message, string? advice, int exitCode)
    {
        Console.Error.WriteLine($"shorts: {message}");
        if (advice is not null)
        {
            Console.Error.WriteLine($"        {advice}");
        }

        return exitCode;
    }
}
