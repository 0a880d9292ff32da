using System.Text;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>Writes a decoding graph as OpenFst keeps it: the type "vector" with "standard" arcs, version 2, little-endian.</summary>
/// <remarks>The format is described by OpenFst's own sources, <c>fst/fst.cc</c> (header) and <c>fst/vector-fst.h</c> (states and arcs).</remarks>
internal static class OpenFstFile
{
    private const int Magic = 2125659606;
    private const int Version = 2;

    // Expanded and mutable: what every file of this type is. Nothing is claimed that OpenFst could not see for itself.
    private const ulong Properties = 3;

    public static void Write(DecodingGraph graph, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        writer.Write(Magic);
        WriteName(writer, "vector");
        WriteName(writer, "standard");
        writer.Write(Version);
        writer.Write(0); // No symbol tables.
        writer.Write(Properties);
        writer.Write(0L); // The start state.
        writer.Write((long)graph.StateCount);
        writer.Write((long)graph.ArcCount);
        for (var state = 0; state < graph.StateCount; state++)
        {
            WriteState(writer, graph.IsEnd(state), graph.ArcsFrom(state));
        }
    }

    private static void WriteName(BinaryWriter writer, string name)
    {
        writer.Write(name.Length);
        writer.Write(Encoding.ASCII.GetBytes(name));
    }

    private static void WriteState(BinaryWriter writer, bool isEnd, IReadOnlyList<DecodingGraph.Arc> arcs)
    {
        writer.Write(isEnd ? 0f : float.PositiveInfinity);
        writer.Write((long)arcs.Count);
        foreach (var arc in arcs)
        {
            writer.Write(arc.Transition);
            writer.Write(arc.Word);
            writer.Write(arc.Cost);
            writer.Write(arc.To);
        }
    }
}
