namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>A place in a sentence: the word that a rule is asked about, and its neighbours.</summary>
internal readonly struct WordsAt(IReadOnlyList<SourceWord> words, int index, bool isDayFirst)
{
    /// <summary>The word <paramref name="offset"/> places on; <see cref="SourceWord.None"/> beyond the ends.</summary>
    public SourceWord this[int offset] => index + offset >= 0 && index + offset < words.Count ? words[index + offset] : SourceWord.None;

    /// <summary>The word asked about, without what stands around it.</summary>
    public string Core => this[0].Core;

    /// <summary>The next word if nothing parts it from this one, else <see cref="SourceWord.None"/>.</summary>
    public SourceWord Next => this[0].IsClosed ? SourceWord.None : this[1];

    /// <summary>Whether 3/5/24 is the third of May, as everywhere but in North America.</summary>
    public bool IsDayFirst => isDayFirst;

    /// <summary>The words of the sentence before this one.</summary>
    public IEnumerable<SourceWord> Before => words.Take(index);

    /// <summary>All words of the sentence.</summary>
    public IReadOnlyList<SourceWord> Sentence => words;

    /// <summary>Whether "a" or "an" stands before the word, and <paramref name="length"/> words describe what follows: "a 10 km run".</summary>
    public bool Describes(int length) =>
        this[-1].Core is "a" or "an" or "A" or "An" && !this[length - 1].IsClosed && this[length].StartsLower && this[length].Core is not ("a" or "an" or "per" or "to" or "or" or "and" or "in" or "for" or "on" or "of");
}
