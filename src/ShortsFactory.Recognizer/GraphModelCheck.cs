using System.Buffers.Binary;

namespace ShortsFactory.Recognizer;

/// <summary>Looks at a model with a graph of the sender's before libvosk does, which crashes on half of one.</summary>
internal static class GraphModelCheck
{
    private const long LargestGraph = 64 << 20;
    private const int HeaderLength = 66;
    private const int StateLength = 12;
    private const int ArcLength = 16;
    private const int LargestTransition = 1 << 20;

    private static readonly string[] Parts =
        ["am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/words.txt", "graph/phones/word_boundary.int", "graph/HCLG.fst"];

    // OpenFst's mark, and the names of the only type that is written: "vector" with "standard" arcs.
    private static readonly byte[] Start = [0xD6, 0xFD, 0xB2, 0x7E, 6, 0, 0, 0, .. "vector"u8, 8, 0, 0, 0, .. "standard"u8, 2, 0, 0, 0];

    /// <summary>Checks that all parts are there, and that every arc of the graph leads somewhere and names a word that there is.</summary>
    /// <exception cref="RefusedException">They are not.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static void Check(string directory)
    {
        if (Parts.FirstOrDefault(part => new FileInfo(Path.Combine(directory, part)) is not { Exists: true, Length: > 0 }) is { } missing)
        {
            throw new RefusedException($"The model in '{directory}' has no {missing}.");
        }

        var path = Path.Combine(directory, "graph", "HCLG.fst");
        if (new FileInfo(path).Length > LargestGraph || !IsGraph(File.ReadAllBytes(path), File.ReadLines(Path.Combine(directory, "graph", "words.txt")).Count()))
        {
            throw new RefusedException($"'{path}' is no decoding graph.");
        }
    }

    private static bool IsGraph(ReadOnlySpan<byte> file, int words)
    {
        if (file.Length < HeaderLength || !file.StartsWith(Start))
        {
            return false;
        }

        // Between the version and the start state lie four bytes of flags and eight of properties.
        var counts = file[(HeaderLength - 24)..HeaderLength];
        var (start, states, arcs) = (ReadLong(counts), ReadLong(counts[8..]), ReadLong(counts[16..]));
        if (start != 0 || states < 1 || arcs < 1 || file.Length != HeaderLength + (states * StateLength) + (arcs * ArcLength))
        {
            return false;
        }

        var rest = file[HeaderLength..];
        for (var state = 0L; state < states; state++)
        {
            if (rest.Length < StateLength || ReadLong(rest[4..]) is var count && (count < 0 || count > (rest.Length - StateLength) / ArcLength))
            {
                return false;
            }

            var length = (int)count * ArcLength;
            if (!AreArcs(rest.Slice(StateLength, length), states, words))
            {
                return false;
            }

            rest = rest[(StateLength + length)..];
        }

        return rest.IsEmpty;
    }

    private static bool AreArcs(ReadOnlySpan<byte> arcs, long states, int words)
    {
        for (; !arcs.IsEmpty; arcs = arcs[ArcLength..])
        {
            var transition = BinaryPrimitives.ReadInt32LittleEndian(arcs);
            var word = BinaryPrimitives.ReadInt32LittleEndian(arcs[4..]);
            var cost = BinaryPrimitives.ReadSingleLittleEndian(arcs[8..]);
            var to = BinaryPrimitives.ReadInt32LittleEndian(arcs[12..]);
            if (transition is < 0 or > LargestTransition || word < 0 || word >= words || to < 0 || to >= states || !float.IsFinite(cost))
            {
                return false;
            }
        }

        return true;
    }

    private static long ReadLong(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes);
}
