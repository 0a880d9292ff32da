using ShortsFactory.Resources;

namespace ShortsFactory.Models;

/// <summary>A model could not be fetched, is not what it should be, or could not be put in its place; nothing was installed.</summary>
public sealed class ModelInstallException : ShortsFactoryException
{
    internal ModelInstallException(string model, string reason, Exception? innerException = null)
        : base($"The model {model} was not installed: {reason}", innerException) => Model = model;

    /// <summary>The model's name.</summary>
    public string Model { get; }
}
