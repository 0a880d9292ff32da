namespace ShortsFactory.Audio;

/// <summary>What normalising a track came to.</summary>
/// <param name="Loudness">The loudness that the track now has.</param>
/// <param name="GainDecibels">How much louder it was made, in dB.</param>
/// <param name="LimitingDecibels">How far the highest peak was pressed down after that, in dB; 0 if nothing was.</param>
internal readonly record struct NormalizedLoudness(Loudness Loudness, double GainDecibels, double LimitingDecibels);
