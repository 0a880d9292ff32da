using System.Text;
using ShortsFactory.Recognition.Graphs;

namespace ShortsFactory.Tests.Recognition.Graphs;

public sealed class SentenceGraphSpecs
{
    private const int Plenty = 1000;

    private static readonly PhoneTable Phones = PhoneTable.Parse(
        ["<eps> 0", "SIL 1", "AH_B 2", "AH_E 3", "AH_I 4", "AH_S 5", "N_B 6", "N_E 7", "N_I 8", "N_S 9"],
        ["SIL AH N", "SIL 0 1 3", "AH 0 1 4", "N 0 2 3"]);

    private static readonly int[] An = [1, 2];
    private static readonly int[] A = [1];

    [Fact]
    public void Phones_and_their_units_are_numbered_as_Kaldi_numbers_them()
    {
        // The sorted pairs: (1,0) (2,1) (2,2) (3,1) (3,2) (4,1) ...; the first one stays with 1 and is entered with 2.
        Assert.Equal(new PhoneTransition(Enter: 2, Stay: 1), Phones.TransitionOf(PhoneTable.Silence, PhoneTable.Silence, PhonePosition.Single));
        Assert.Equal(new PhoneTransition(Enter: 4, Stay: 3), Phones.TransitionOf(1, PhoneTable.Silence, PhonePosition.Begin));
        Assert.Equal(new PhoneTransition(Enter: 6, Stay: 5), Phones.TransitionOf(1, 2, PhonePosition.Begin));
        Assert.Equal(new PhoneTransition(Enter: 8, Stay: 7), Phones.TransitionOf(1, 1, PhonePosition.End));
    }

    [Fact]
    public void A_sentence_is_a_chain_of_its_words_with_pauses_where_they_may_be() =>
        Golden.Matches(Describe(SentenceGraph.Build(Phones, [[A], [An]], Plenty)), "SentenceGraph");

    [Fact]
    public void Whichever_way_is_taken_every_word_is_said_once_and_in_order()
    {
        var graph = SentenceGraph.Build(Phones, [[A, An], [An], [A], [An, A, [2, 1, 2]]], Plenty);
        var random = new Random(1);

        for (var walk = 0; walk < 500; walk++)
        {
            Assert.Equal([1, 2, 3, 4], Walk(graph, random).Where(arc => arc.Word > 0).Select(arc => arc.Word));
        }
    }

    [Fact]
    public void A_sound_lasts_three_frames_and_five_beside_its_equal_unless_the_speech_is_hurried()
    {
        // The shortest way to say two equal sounds leads through a pause of one frame.
        Assert.Equal(5 + 1 + 3, ShortestWay(SentenceGraph.Build(Phones, [[A], [A]], Plenty)));
        Assert.Equal(3 + 3, ShortestWay(SentenceGraph.Build(Phones, [[A], [[2]]], Plenty)));
        Assert.Equal(3, ShortestWay(SentenceGraph.Build(Phones, [[A], [[2, 1]]], frames: 10)));
    }

    [Fact]
    public void The_file_holds_all_states_and_arcs()
    {
        var graph = SentenceGraph.Build(Phones, [[A], [An]], Plenty);
        using var stream = new MemoryStream();

        OpenFstFile.Write(graph, stream);

        Assert.Equal(66 + (12 * graph.StateCount) + (16 * graph.ArcCount), stream.Length);
        Assert.Equal("d6fdb27e06000000766563746f72080000007374616e64617264020000000000000003", Convert.ToHexStringLower(stream.ToArray())[..70]);
    }

    private static IEnumerable<DecodingGraph.Arc> Walk(DecodingGraph graph, Random random)
    {
        for (var state = 0; !graph.IsEnd(state);)
        {
            var onward = graph.ArcsFrom(state).Where(arc => arc.To != state).ToArray();
            var arc = onward[random.Next(onward.Length)];
            yield return arc;
            state = arc.To;
        }
    }

    /// <summary>The fewest frames in which the graph can be passed.</summary>
    private static int ShortestWay(DecodingGraph graph)
    {
        var frames = Enumerable.Repeat(int.MaxValue, graph.StateCount).ToArray();
        frames[0] = 0;
        var open = new PriorityQueue<int, int>([(0, 0)]);
        while (open.TryDequeue(out var state, out var count))
        {
            if (graph.IsEnd(state))
            {
                return count;
            }

            foreach (var arc in graph.ArcsFrom(state))
            {
                var length = count + (arc.Transition > 0 ? 1 : 0);
                if (length < frames[arc.To])
                {
                    frames[arc.To] = length;
                    open.Enqueue(arc.To, length);
                }
            }
        }

        return int.MaxValue;
    }

    private static string Describe(DecodingGraph graph)
    {
        var text = new StringBuilder();
        for (var state = 0; state < graph.StateCount; state++)
        {
            text.Append(FormattableString.Invariant($"{state}{(graph.IsEnd(state) ? " (end)" : "")}\n"));
            foreach (var arc in graph.ArcsFrom(state))
            {
                text.Append(FormattableString.Invariant($"  -> {arc.To} transition {arc.Transition} word {arc.Word} cost {arc.Cost:0.0}\n"));
            }
        }

        return text.ToString();
    }
}
