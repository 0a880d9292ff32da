namespace ShortsFactory.Audio.Mixing;

/// <summary>A sound that was found and looked at, and is not decoded yet.</summary>
internal sealed record SoundChoice
{
    /// <summary>The name of the file, or <c>generated:NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of the user's file; <see langword="null"/> for a generated sound.</summary>
    public string? Path { get; init; }

    /// <summary>Another name of the file, in the scope's directory; <see langword="null"/> for a generated sound.</summary>
    public string? Link { get; init; }

    /// <summary>How long its header says that it is; zero where it does not say, and for a generated sound.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The line of the script that asks for it, from 1; <see langword="null"/> if it was asked for elsewhere.</summary>
    public int? Line { get; init; }
}
