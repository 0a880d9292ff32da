using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ShortsFactory.Scripts;

/// <summary>A parsed script: who speaks, how it looks, and what is said and shown, in order.</summary>
public sealed record Script
{
    /// <summary>The title: the front matter's, else the first heading, else the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the text, as a BCP 47 tag such as <c>en</c> or <c>de</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The voice as <c>engine:voice</c>, or <see langword="null"/> where the script names none.</summary>
    public string? Voice { get; init; }

    /// <summary>The recording that is heard instead of a voice, as a path from the script on, or <see langword="null"/> where the script names none.</summary>
    public string? Narration { get; init; }

    /// <summary>The caption template's name, or <see langword="null"/> where the script names none.</summary>
    public string? Template { get; init; }

    /// <summary>The background of scenes that name none, as written: a text, or values in braces; or <see langword="null"/> where the script names none.</summary>
    public string? Background { get; init; }

    /// <summary>The music under the voice, or <see langword="null"/> where the script says nothing of it.</summary>
    public MusicSettings? Music { get; init; }

    /// <summary>The sound with which scenes begin that name none, or <see langword="null"/> where the script names none.</summary>
    public TransitionSound? Transition { get; init; }

    /// <summary>Size and rate of the pictures, or <see langword="null"/> where the script names none.</summary>
    public PictureFormat? Format { get; init; }

    /// <summary>What random choices of the script depend on, or <see langword="null"/> for the title.</summary>
    public string? Seed { get; init; }

    /// <summary>The moment of the cover as written: a time, some words, or both among other values in braces; <see langword="null"/> for an early one.</summary>
    public string? Cover { get; init; }

    /// <summary>What is laid over the picture besides captions, by name, as written: a text, or values in braces.</summary>
    public IReadOnlyDictionary<string, string> Overlays { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How much longer than the speech and its silences the short is: for as long its end card stays.</summary>
    public TimeSpan Outro { get; init; }

    /// <summary>How fast the voice speaks, in words a minute, 80 to 450, or <see langword="null"/> for the voice's own rate.</summary>
    public int? Rate { get; init; }

    /// <summary>How high the voice speaks, 0 to 99 on eSpeak NG's scale, or <see langword="null"/> for the voice's own pitch.</summary>
    public int? Pitch { get; init; }

    /// <summary>The line, from 1, of each setting that the script itself makes, by the setting's name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> Lines { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>
    /// The scenes, at least one, each with at least one sentence. Only a script that leaves its text to the recording is read
    /// with none; it has one scene of what was heard before any stage sees it.
    /// </summary>
    public required IReadOnlyList<Scene> Scenes { get; init; }

    /// <summary>The line of a setting that the script itself makes, from 1; <see langword="null"/> if it does not.</summary>
    public int? LineOf(string setting) => Lines.TryGetValue(setting, out var line) ? line : null;

    /// <summary>All sentences of all scenes in order; <see cref="Sentence.Index"/> counts through them.</summary>
    public IEnumerable<Sentence> Sentences => Scenes.SelectMany(scene => scene.Sentences);
}
