namespace ShortsFactory.Recognition;

/// <summary>A word that the recogniser heard.</summary>
/// <param name="Text">The word in lower case, or <c>[unk]</c>.</param>
/// <param name="Start">Its start on the track's clock.</param>
/// <param name="End">Its end on the track's clock.</param>
/// <param name="Confidence">How sure the recogniser is, 0 to 1.</param>
internal readonly record struct HeardWord(string Text, TimeSpan Start, TimeSpan End, double Confidence);
