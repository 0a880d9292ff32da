namespace ShortsFactory.Scripts.Text;

/// <summary>A sentence while its scene is still being written.</summary>
internal sealed class SentenceDraft
{
    public required List<DisplayWord> Words
    {
        get;
        init
        {
            field = value;
            IsSpoken = value.Exists(word => word.Spoken.Length > 0);
        }
    }

    public required int Line { get; init; }

    public TimeSpan? PauseAfter { get; set; }

    public bool EndsParagraph { get; set; }

    public bool IsSpoken { get; private set; }

    /// <summary>Appends the words and the pause of the sentence behind this one.</summary>
    public void Append(SentenceDraft next)
    {
        Words.AddRange(next.Words);
        IsSpoken |= next.IsSpoken;
        EndsParagraph |= next.EndsParagraph;
        PauseAfter = next.PauseAfter is { } pause ? pause + (PauseAfter ?? TimeSpan.Zero) : PauseAfter;
    }

    public Sentence ToSentence(int index) => new()
    {
        Index = index,
        Words = Words,
        PauseAfter = PauseAfter,
        EndsParagraph = EndsParagraph,
        Line = Line,
    };
}
