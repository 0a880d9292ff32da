namespace ShortsFactory.Recognition.Graphs;

/// <summary>
/// A weighted finite-state transducer: states, and arcs between them that take a transition of the acoustic model in and put
/// a word out. Costs are negative logarithms of probabilities. State 0 is the start.
/// </summary>
internal sealed class DecodingGraph
{
    private readonly List<List<Arc>> _states = [];
    private readonly List<bool> _ends = [];

    /// <summary>How many states it has.</summary>
    public int StateCount => _states.Count;

    /// <summary>How many arcs it has.</summary>
    public int ArcCount => _states.Sum(arcs => arcs.Count);

    /// <summary>Whether an utterance may end in <paramref name="state"/>.</summary>
    public bool IsEnd(int state) => _ends[state];

    /// <summary>The arcs that leave <paramref name="state"/>.</summary>
    public IReadOnlyList<Arc> ArcsFrom(int state) => _states[state];

    /// <summary>Adds a state and returns its number.</summary>
    public int AddState()
    {
        _states.Add([]);
        _ends.Add(false);
        return _states.Count - 1;
    }

    /// <summary>Adds an arc; without <paramref name="transition"/> it takes no time.</summary>
    public void AddArc(int from, int to, int transition = 0, int word = 0, float cost = 0) =>
        _states[from].Add(new Arc(transition, word, cost, to));

    /// <summary>Lets an utterance end in <paramref name="state"/>.</summary>
    public void AddEnd(int state) => _ends[state] = true;

    /// <summary>An arc.</summary>
    /// <param name="Transition">The transition of the acoustic model, from 1; 0 for none.</param>
    /// <param name="Word">The word, from 1; 0 for none.</param>
    /// <param name="Cost">What taking it costs.</param>
    /// <param name="To">The state that it leads to.</param>
    internal readonly record struct Arc(int Transition, int Word, float Cost, int To);
}
