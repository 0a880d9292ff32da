using ShortsFactory.Scripts;

namespace ShortsFactory.Audio.Mixing;

/// <summary>What is heard with the voice.</summary>
internal sealed record Accompaniment
{
    /// <summary>The music; <see langword="null"/> without any.</summary>
    public SoundChoice? Music { get; init; }

    /// <summary>How it is to be played.</summary>
    public MusicSettings? Settings { get; init; }

    /// <summary>The sounds at the beginnings of scenes.</summary>
    public IReadOnlyList<TransitionCue> Cues { get; init; } = [];

    /// <summary>Whether nothing is heard but the voice.</summary>
    public bool IsNone => Music is null && Cues.Count == 0;
}
