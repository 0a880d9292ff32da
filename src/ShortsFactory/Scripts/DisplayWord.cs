using System.Text.Json.Serialization;
using ShortsFactory.Scripts.SpokenForms;

namespace ShortsFactory.Scripts;

/// <summary>One word as it is shown, and how it is said. "$1,200" is shown so and said "one thousand two hundred dollars".</summary>
public sealed record DisplayWord
{
    /// <summary>What captions show: no white space inside, punctuation attached.</summary>
    public required string Text { get; init; }

    /// <summary>What the voice says, with the punctuation that shapes its melody; empty for what is only shown, such as an emoji.</summary>
    public required string Spoken { get; init; }

    /// <summary>Whether the script emphasises the word (<c>**word**</c>).</summary>
    public bool Emphasis { get; init; }

    /// <summary>Whether no space stands between the word and the one before it, as in scripts that write none between words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Joined { get; init; }

    /// <summary><see cref="Spoken"/> as a recogniser writes it: lower case words without punctuation, apostrophes kept.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> SpokenWords => SpokenText.Words(Spoken);
}
