namespace ShortsFactory.Audio.Mixing;

/// <summary>A sound that is heard when a scene begins.</summary>
/// <param name="Scene">The scene's position in the script, from 0.</param>
/// <param name="Sound">The sound.</param>
/// <param name="Volume">How much louder than usual it is, in dB.</param>
internal sealed record TransitionCue(int Scene, SoundChoice Sound, double Volume);
