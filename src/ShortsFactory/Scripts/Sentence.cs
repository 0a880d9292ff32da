using System.Text.Json.Serialization;

namespace ShortsFactory.Scripts;

/// <summary>The unit of work: synthesised, recognised and cached on its own.</summary>
public sealed record Sentence
{
    /// <summary>Position in the whole script, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The words as shown, at least one of which is spoken.</summary>
    public required IReadOnlyList<DisplayWord> Words { get; init; }

    /// <summary>Silence after the sentence that the script asks for, or <see langword="null"/> for the configured pause.</summary>
    public TimeSpan? PauseAfter { get; init; }

    /// <summary>Whether a paragraph ends here, which earns a longer pause.</summary>
    public bool EndsParagraph { get; init; }

    /// <summary>The line of the script on which the sentence begins, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The sentence as shown.</summary>
    [JsonIgnore]
    public string Text => Join(Words, word => word.Text);

    /// <summary>The sentence as the voice gets it: spoken forms with their punctuation.</summary>
    [JsonIgnore]
    public string Spoken => Join(Words.Where(word => word.Spoken.Length > 0), word => word.Spoken);

    private static string Join(IEnumerable<DisplayWord> words, Func<DisplayWord, string> text) =>
        string.Concat(words.Select((word, index) => index == 0 || word.Joined ? text(word) : " " + text(word)));
}
