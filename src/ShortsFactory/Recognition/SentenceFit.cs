namespace ShortsFactory.Recognition;

/// <summary>Whether a sentence's speech says what the script says.</summary>
/// <param name="Fit">0 (something else, or silence) to 1; <see langword="null"/> where the model cannot tell.</param>
/// <param name="SaysSomethingElse">Whether the speech seems to say something else; the times of the sentence's words are then uncertain.</param>
public readonly record struct SentenceFit(double? Fit, bool SaysSomethingElse);
