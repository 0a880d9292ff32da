namespace ShortsFactory.Scripts.Text;

/// <summary>A scene while it is still being written.</summary>
internal sealed class SceneDraft
{
    public required string? Background { get; init; }

    public required string? Transition { get; init; }

    public required int Line { get; init; }

    public List<SentenceDraft> Sentences { get; private set; } = [];

    /// <summary>Joins what is only shown to the sentence before it, or else to the one behind it: a sentence needs a word to say.</summary>
    public void JoinUnspoken()
    {
        List<SentenceDraft> joined = [];
        foreach (var sentence in Sentences)
        {
            if (joined.Count > 0 && !(sentence.IsSpoken && joined[^1].IsSpoken))
            {
                joined[^1].Append(sentence);
            }
            else
            {
                joined.Add(sentence);
            }
        }

        Sentences = joined;
    }
}
