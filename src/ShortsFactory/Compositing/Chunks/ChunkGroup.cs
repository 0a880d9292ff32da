using System.Globalization;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>
/// What one ffmpeg makes: a chunk, or several that show neighbouring pictures of the same footage, or the same ones in later rounds of it. These are read and brought into
/// shape once for all of them, and the way to them from the key picture before is gone once. Each chunk becomes what it would alone, to the bit.
/// </summary>
internal sealed record ChunkGroup
{
    /// <summary>The chunks.</summary>
    public required IReadOnlyList<Chunk> Chunks { get; init; }

    /// <summary>The filter graph of all.</summary>
    public required string Graph { get; init; }

    /// <summary>ffmpeg's arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The footage that they share; <see langword="null"/> for a single chunk.</summary>
    public SharedFootage? Footage { get; init; }

    /// <summary>Describes the run that makes some chunks; more than one have <see cref="Chunk.Footage"/> of the same file.</summary>
    public static ChunkGroup Of(Composition composition, IReadOnlyList<Chunk> chunks, IVideoEncoder encoder, CompositingOptions options)
    {
        if (chunks is [var only])
        {
            return new ChunkGroup { Chunks = chunks, Graph = only.Graph, Arguments = only.Arguments };
        }

        var footage = chunks.Select(chunk => chunk.Footage!).Aggregate((all, next) => all.With(next));
        (Composition Composition, FrameSpan Span)[] parts = [.. chunks.Select((chunk, index) => (chunk.OnItsOwnClock(composition, LabelOf(index)), chunk.Span))];
        var lines = footage.Write([.. chunks.Select((chunk, index) => (chunk.Footage!, $"[footage{LabelOf(index)}]"))], composition).ToList();
        SourceInput[] inputs = [.. footage.Inputs(chunks.Select(chunk => chunk.Footage!))];
        var input = inputs.Length;
        foreach (var (index, (part, span)) in parts.Index())
        {
            lines.AddRange(FilterGraph.Draw($"[footage{LabelOf(index)}]", input, part, span));
            input += (part.Emoji is null ? 0 : 1) + FilterGraph.Images(part, span).Count();
        }

        return new ChunkGroup
        {
            Chunks = chunks,
            Graph = string.Join(";\n", lines),
            Arguments = FfmpegArguments.Pictures(inputs, parts, encoder, options),
            Footage = footage,
        };
    }

    /// <summary>What tells a chunk's files from those of the others.</summary>
    public string Label(int index) => Chunks.Count == 1 ? "" : LabelOf(index);

    /// <summary>How many frames of a chunk have been made at least when ffmpeg has counted so many.</summary>
    public long MadeOf(int index, long counted) => Footage is null || Chunks[index].Footage is not { Piece: var piece }
        ? counted
        : Math.Clamp(counted - (piece.First - Footage.Piece.First), 0, piece.Length);

    private static string LabelOf(int index) => string.Create(CultureInfo.InvariantCulture, $"-{index}");
}
