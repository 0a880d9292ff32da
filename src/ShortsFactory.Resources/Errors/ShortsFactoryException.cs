namespace ShortsFactory.Resources;

/// <summary>The base of every error that this product reports: what happened, and what the user can do about it.</summary>
public abstract class ShortsFactoryException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What to do about it, as one sentence, or <see langword="null"/> where the message says it all.</summary>
    public string? Advice { get; init; }
}
