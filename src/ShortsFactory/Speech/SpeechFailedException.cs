using ShortsFactory.Resources;

namespace ShortsFactory.Speech;

/// <summary>A voice could not speak a text.</summary>
public sealed class SpeechFailedException(string voice, string text, string reason, Exception? innerException = null)
    : ShortsFactoryException($"The voice {voice} could not speak \"{text}\": {reason}", innerException)
{
    /// <summary>The voice, as <c>engine:voice</c>.</summary>
    public string Voice { get; } = voice;

    /// <summary>The text.</summary>
    public string Text { get; } = text;
}
