namespace ShortsFactory.Resources;

/// <summary>Something that must be installed is not there.</summary>
public sealed class ToolMissingException(string tool, string message, Exception? innerException = null)
    : ShortsFactoryException(message, innerException)
{
    /// <summary>The name of what is missing.</summary>
    public string Tool { get; } = tool;

    internal static ToolMissingException ForProgram(string program, string reason, Exception? innerException = null) =>
        new(program, $"The program '{program}' cannot be started: {reason}", innerException)
        {
            Advice = $"Install '{program}' or put it on the PATH; 'shorts doctor' lists all that is needed.",
        };
}
