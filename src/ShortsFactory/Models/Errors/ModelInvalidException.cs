using ShortsFactory.Resources;

namespace ShortsFactory.Models;

/// <summary>A model cannot be used: its files are not those that its manifest promises, or the recogniser does not open it.</summary>
public sealed class ModelInvalidException : ShortsFactoryException
{
    internal ModelInvalidException(string directory, IReadOnlyList<string> problems, Exception? innerException = null)
        : base($"The model in '{directory}' cannot be used: {string.Join("; ", problems)}.", innerException)
    {
        Directory = directory;
        Problems = problems;
        Advice = "Put the model's files back as they were delivered; 'shorts models verify' checks them all.";
    }

    /// <summary>The model's directory.</summary>
    public string Directory { get; }

    /// <summary>What is wrong, at least one entry.</summary>
    public IReadOnlyList<string> Problems { get; }
}
