using ShortsFactory.Pipeline;

namespace ShortsFactory.Templates;

/// <summary>Where a YAML mapping stands, so that a complaint can say so.</summary>
/// <param name="Path">Absolute path of the file; paths in the mapping start at its folder.</param>
/// <param name="FirstLine">The line of the file on which the mapping begins, from 1; <see langword="null"/> if it comes from elsewhere.</param>
/// <param name="What">What its keys are settings of, such as <c>a caption template</c>.</param>
internal sealed record YamlSource(string Path, int? FirstLine, string What)
{
    /// <summary>Which files the mapping may name.</summary>
    public FileRules Files { get; init; } = FileRules.Anywhere;

    /// <summary>The error to throw for a line of the mapping, from 1.</summary>
    public InvalidInputException Invalid(int line, string message, Exception? innerException = null, string? advice = null) => FirstLine is { } first
        ? new InvalidInputException(message, Path, first + line - 1, innerException) { Advice = advice }
        : new InvalidInputException(message, innerException: innerException) { Advice = advice };
}
