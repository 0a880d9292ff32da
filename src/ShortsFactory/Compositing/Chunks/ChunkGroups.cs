namespace ShortsFactory.Compositing.Chunks;

/// <summary>Decides which chunks are made together.</summary>
internal static class ChunkGroups
{
    /// <summary>The most memory: each chunk has an encoder of its own.</summary>
    private const int MostChunks = 6;

    /// <summary>The most that is lost with one ffmpeg.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Pictures between two chunks that are read for nothing: the way from a key picture is longer on average.</summary>
    private static readonly TimeSpan WidestGap = TimeSpan.FromSeconds(2);

    /// <summary>The groups, the ones that take long first, so that no processor has to wait for another at the end.</summary>
    /// <param name="chunks">The chunks to be made.</param>
    /// <param name="frameRate">Frames per second.</param>
    /// <param name="processors">How many groups can be made at once.</param>
    public static IReadOnlyList<IReadOnlyList<Chunk>> Of(IReadOnlyList<Chunk> chunks, int frameRate, int processors)
    {
        Chunk[] sharing =
        [
            .. chunks.Where(chunk => chunk.Footage is not null)
                .OrderBy(chunk => chunk.Footage!.Video.Link, StringComparer.Ordinal)
                .ThenBy(chunk => chunk.Footage!.Piece.First)
                .ThenBy(chunk => chunk.Span.Start),
        ];
        var share = ShareOf(sharing, frameRate, processors);
        List<List<Chunk>> groups = [.. chunks.Where(chunk => chunk.Footage is null).Select(chunk => (List<Chunk>)[chunk])];
        SharedFootage? footage = null;
        var (before, last) = (0, -1);
        foreach (var chunk in sharing)
        {
            var shown = chunk.Footage!;
            var number = (int)((before + (chunk.Span.Length / 2.0)) / share);
            var joins = number == last && footage is not null && shown.Video == footage.Video && groups[^1].Count < MostChunks
                && shown.Piece.First <= footage.Piece.First + footage.Piece.Length + (WidestGap.TotalSeconds * frameRate);
            if (joins)
            {
                groups[^1].Add(chunk);
            }
            else
            {
                groups.Add([chunk]);
            }

            footage = joins ? footage!.With(shown) : shown;
            (before, last) = (before + chunk.Span.Length, number);
        }

        return [.. groups.OrderByDescending(group => group.Sum(chunk => chunk.Span.Length)).ThenBy(group => group[0].Span.Start)];
    }

    /// <summary>The frames of a group, so that all are about the same, and each processor has as many groups.</summary>
    private static double ShareOf(Chunk[] chunks, int frameRate, int processors)
    {
        var frames = chunks.Sum(chunk => chunk.Span.Length);
        var least = Math.Max(Math.Ceiling(frames / (Longest.TotalSeconds * frameRate)), Math.Ceiling((double)chunks.Length / MostChunks));
        return frames / (Math.Ceiling(least / processors) * processors);
    }
}
