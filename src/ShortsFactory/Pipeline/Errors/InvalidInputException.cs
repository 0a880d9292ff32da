using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>Something that the user gave cannot be used: a script, an option, a picture. Programs end with exit code 2.</summary>
public sealed class InvalidInputException(string message, string? path = null, int? line = null, Exception? innerException = null)
    : ShortsFactoryException(Locate(path, line) + message, innerException)
{
    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = message;

    /// <summary>The file that is at fault, or <see langword="null"/> if it is not a file.</summary>
    public string? Path { get; } = path;

    /// <summary>The line at fault, from 1, or <see langword="null"/> if it is the whole file.</summary>
    public int? Line { get; } = line;

    /// <summary>What is wrong, with the line but without the path: for whoever sent the text and has no such file.</summary>
    public string ProblemWithLine => Line is { } number ? $"line {number}: {Problem}" : Problem;

    /// <summary>The setting of a script whose value is at fault, such as <c>voice</c>; <see langword="null"/> where it is none.</summary>
    public string? Setting { get; init; }

    /// <summary>The same error, told with the place in the script where the setting was made.</summary>
    internal InvalidInputException At(string path, int line) => new(Message, path, line, this) { Advice = Advice, Setting = Setting };

    private static string Locate(string? path, int? line) => (path, line) switch
    {
        (null, _) => "",
        (_, null) => $"{path}: ",
        _ => $"{path}:{line}: ",
    };
}
