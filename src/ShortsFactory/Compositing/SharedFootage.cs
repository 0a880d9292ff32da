using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>What a span shows if it is consecutive pictures of one video file, so that others which show neighbouring ones can share the reading of it.</summary>
/// <param name="Video">The file.</param>
/// <param name="Piece">The pictures.</param>
internal sealed record SharedFootage(MediaBackground Video, FootagePiece Piece)
{
    /// <summary>The label of the pictures that are only counted.</summary>
    public const string Count = "[count]";

    /// <summary>The footage of a span; <see langword="null"/> if it shows anything else.</summary>
    public static SharedFootage? Of(Composition composition, FrameSpan span) =>
        composition.Segments.Where(segment => segment.Span.Intersect(span).Length > 0).ToArray() is [{ Background: MediaBackground video } segment]
            && SegmentSource.OnlyPiece(video, span.Start - segment.Span.Start, span.Length, composition.FrameRate) is { } piece
            ? new SharedFootage(video, piece)
            : null;

    /// <summary>The least that holds the pictures of both, which are of the same file.</summary>
    public SharedFootage With(SharedFootage other)
    {
        var first = Math.Min(Piece.First, other.Piece.First);
        var piece = new FootagePiece
        {
            Seek = Piece.Seek < other.Piece.Seek ? Piece.Seek : other.Piece.Seek,
            First = first,
            Length = Math.Max(Piece.First + Piece.Length, other.Piece.First + other.Piece.Length) - first,
            Moving = Math.Max(Piece.First + Piece.Moving, other.Piece.First + other.Piece.Moving) - first,
        };
        return this with { Piece = piece };
    }

    /// <summary>The chains that read it once, as input 0, and give each of <paramref name="parts"/> its pictures under its label.</summary>
    public IEnumerable<string> Write(IReadOnlyList<(SharedFootage Footage, string Label)> parts, Composition composition)
    {
        yield return $"{SegmentSource.Piece(Video, Piece, input: 0, composition)},split={parts.Count + 1}{Count}{string.Concat(parts.Select((_, index) => $"[shared{index}]"))}";
        foreach (var (index, (footage, label)) in parts.Index())
        {
            yield return $"[shared{index}]{SegmentSource.Cut(footage.Piece.First - Piece.First, footage.Piece.Length)}{label}";
        }
    }
}
