namespace ShortsFactory.Recognition.Protocol;

/// <summary>Asks which words the model does not know.</summary>
internal sealed record LookUpRequest : RecognizerRequest
{
    /// <summary>The words, in lower case.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
