namespace ShortsFactory.Recognition.Protocol;

/// <summary>Opens the model; must be the first request.</summary>
internal sealed record OpenRequest : RecognizerRequest
{
    /// <summary>Absolute path of the model's directory, whose files the sender has verified.</summary>
    public required string Model { get; init; }
}
