namespace ShortsFactory.Resources;

/// <summary>A child process ended with an exit code other than 0, or said that the disk was full.</summary>
public sealed class ProcessFailedException(string tool, int exitCode, string standardErrorTail)
    : ShortsFactoryException(Describe(tool, exitCode, standardErrorTail))
{
    /// <summary>The program's name.</summary>
    public string Tool { get; } = tool;

    /// <summary>Its exit code; 128 + n for a program that died of signal n.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The last lines that it wrote to standard error.</summary>
    public string StandardErrorTail { get; } = standardErrorTail;

    /// <summary>Whether the disk that it worked on was full when it ended: asked then, because its files may go, and make room, before anybody asks why.</summary>
    public bool DiskWasFull { get; init; }

    private static string Describe(string tool, int exitCode, string standardErrorTail) =>
        standardErrorTail.Length == 0
            ? $"{tool} failed with exit code {exitCode} and said nothing."
            : $"{tool} failed with exit code {exitCode}. It said last:{Environment.NewLine}{standardErrorTail}";
}
