using ShortsFactory.Recognition;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recordings;

/// <summary>A sentence of the script, and where its words were heard.</summary>
internal sealed class ExpectedSentence
{
    /// <summary>Below this share of its words a sentence does not count as heard: single short words are found anywhere.</summary>
    private const double LeastShare = 0.34;

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(60);

    private readonly SpokenWord[] _words;
    private int _same;
    private int _first = -1;
    private int _last;

    public ExpectedSentence(Sentence sentence)
    {
        Sentence = sentence;
        _words = [.. SpokenWord.In(sentence)];
    }

    public Sentence Sentence { get; }

    public IReadOnlyList<SpokenWord> Words => _words;

    /// <summary>Whether enough of it was heard to say where it is.</summary>
    public bool IsFound => _same > 0 && _same >= _words.Length * LeastShare;

    /// <summary>From its first to its last word that was heard.</summary>
    public Stretch Heard { get; private set; }

    /// <summary>How long it should take to say; never nothing, so that it can be compared with what there is.</summary>
    public TimeSpan Duration => SpeechPace.Duration(_words) is var said && said > Least ? said : Least;

    /// <summary>How long the words before <see cref="Heard"/> should take.</summary>
    public TimeSpan Lead => SpeechPace.Duration(_words.AsSpan(0, Math.Max(0, _first)));

    /// <summary>How long the words after <see cref="Heard"/> should take.</summary>
    public TimeSpan Tail => SpeechPace.Duration(_words.AsSpan(_last + 1));

    /// <summary>All sentences, with what was heard of them.</summary>
    public static IReadOnlyList<ExpectedSentence> Of(IEnumerable<Sentence> sentences, IReadOnlyList<HeardWord> heard)
    {
        var expected = sentences.Select(sentence => new ExpectedSentence(sentence)).ToList();
        var places = expected.SelectMany(sentence => Enumerable.Range(0, sentence._words.Length).Select(index => (Sentence: sentence, Index: index))).ToList();
        var pairs = TextMatcher.Match([.. places.Select(place => place.Sentence._words[place.Index].Text)], heard);
        foreach (var pair in pairs)
        {
            var (sentence, index) = places[pair.Expected];
            sentence.Take(index, heard[pair.Heard]);
        }

        return expected;
    }

    private void Take(int index, HeardWord heard)
    {
        _same++;
        Heard = _first < 0 ? new Stretch(heard.Start, heard.End) : Heard with { End = heard.End };
        _first = _first < 0 ? index : _first;
        _last = index;
    }
}
