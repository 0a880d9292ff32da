namespace ShortsFactory.Recognition.Graphs;

/// <summary>
/// The decoding graph of one known sentence: its words in their order, each by any of its pronunciations, and a pause where
/// the voice makes one. A decoder that is given it has nothing left to find but when each sound begins. Pure.
/// </summary>
/// <remarks>
/// After each word stands one state for every sound that the word may have ended with, and one for a pause: the model tells
/// the next sound by the one before it. The n-th word of the sentence is the output label n, from 1.
/// </remarks>
internal sealed class SentenceGraph
{
    /// <summary>The cost of a pause; found on synthetic speech, where it hardly matters.</summary>
    private const float PauseCost = 0.7f;

    /// <summary>Frames of 10 ms that a sound lasts at least; without it, a doubtful sound shrinks to one frame.</summary>
    private const int LeastFrames = 3;

    /// <summary>The same where two equal sounds meet at a word's edge ("the email"): nothing in the sound says where one ends.</summary>
    private const int LeastFramesOfEquals = 5;

    private readonly DecodingGraph _graph = new();
    private readonly PhoneTable _phones;
    private readonly bool _hurried;

    private SentenceGraph(PhoneTable phones, bool hurried)
    {
        _phones = phones;
        _hurried = hurried;
    }

    /// <summary>Builds the graph of a sentence.</summary>
    /// <param name="phones">The model's sounds.</param>
    /// <param name="words">The ways to say each of its words, as numbers of sounds; at least one word, one way, one sound each.</param>
    /// <param name="frames">How many frames of 10 ms the speech has; hurried speech may have sounds of a single one.</param>
    public static DecodingGraph Build(PhoneTable phones, IReadOnlyList<IReadOnlyList<int[]>> words, int frames)
    {
        var sounds = words.Sum(ways => ways.Min(way => way.Length));
        var sentence = new SentenceGraph(phones, hurried: sounds * LeastFrames * 2 > frames);
        var boundary = sentence.AddPause(new Dictionary<int, int> { [PhoneTable.Silence] = sentence._graph.AddState() });
        for (var index = 0; index < words.Count; index++)
        {
            var next = index + 1 < words.Count ? words[index + 1] : [];
            boundary = sentence.AddPause(sentence.AddWord(index + 1, words[index], boundary, [.. next.Select(way => way[0])]));
        }

        foreach (var state in boundary.Values.Distinct())
        {
            sentence._graph.AddEnd(state);
        }

        return sentence._graph;
    }

    /// <summary>Adds a word between two boundaries; a boundary is a state for each sound that may have come before.</summary>
    private Dictionary<int, int> AddWord(int label, IReadOnlyList<int[]> ways, Dictionary<int, int> boundary, HashSet<int> nextSounds)
    {
        var after = new Dictionary<int, int>();
        foreach (var way in ways)
        {
            foreach (var (before, start) in boundary)
            {
                var state = start;
                var last = before;
                for (var index = 0; index < way.Length; index++)
                {
                    var equalsNeighbour = (index == 0 && way[0] == before) || (index == way.Length - 1 && nextSounds.Contains(way[index]));
                    var transition = _phones.TransitionOf(way[index], last, PositionOf(index, way.Length));
                    state = AddSound(state, transition, index == 0 ? label : 0, equalsNeighbour ? LeastFramesOfEquals : LeastFrames);
                    last = way[index];
                }

                if (!after.TryGetValue(last, out var end))
                {
                    after[last] = end = _graph.AddState();
                }

                _graph.AddArc(state, end);
            }
        }

        return after;
    }

    private int AddSound(int from, PhoneTransition transition, int label, int leastFrames)
    {
        var state = _graph.AddState();
        _graph.AddArc(from, state, transition.Enter, label);
        for (var frame = 1; frame < (_hurried ? 1 : leastFrames); frame++)
        {
            var next = _graph.AddState();
            _graph.AddArc(state, next, transition.Stay);
            state = next;
        }

        _graph.AddArc(state, state, transition.Stay);
        return state;
    }

    private Dictionary<int, int> AddPause(Dictionary<int, int> boundary)
    {
        var transition = _phones.TransitionOf(PhoneTable.Silence, PhoneTable.Silence, PhonePosition.Single);
        var pause = _graph.AddState();
        foreach (var state in boundary.Values)
        {
            _graph.AddArc(state, pause, transition.Enter, cost: PauseCost);
        }

        _graph.AddArc(pause, pause, transition.Stay);
        var end = _graph.AddState();
        _graph.AddArc(pause, end);

        if (boundary.TryGetValue(PhoneTable.Silence, out var silent))
        {
            _graph.AddArc(silent, end);
        }

        return new Dictionary<int, int>(boundary) { [PhoneTable.Silence] = end };
    }

    private static PhonePosition PositionOf(int index, int length) =>
        length == 1 ? PhonePosition.Single
        : index == 0 ? PhonePosition.Begin
        : index == length - 1 ? PhonePosition.End
        : PhonePosition.Internal;
}
