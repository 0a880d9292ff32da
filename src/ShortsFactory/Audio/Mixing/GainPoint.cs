namespace ShortsFactory.Audio.Mixing;

/// <summary>A gain at a moment.</summary>
/// <param name="Frame">The frame, at 48 kHz.</param>
/// <param name="Decibels">The gain in dB.</param>
internal readonly record struct GainPoint(long Frame, double Decibels);
