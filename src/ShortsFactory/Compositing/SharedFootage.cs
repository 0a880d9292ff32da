using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>What a span shows if it is one video file, so that others which show neighbouring pictures of it can share the reading of it.</summary>
/// <param name="Video">The file.</param>
/// <param name="Piece">The consecutive pictures that can be shared.</param>
/// <param name="Next">The ones after them, from the beginning of the next round; <see langword="null"/> if the span does not get there.</param>
internal sealed record SharedFootage(MediaBackground Video, FootagePiece Piece, FootagePiece? Next = null)
{
    /// <summary>The label of the pictures that are only counted.</summary>
    public const string Count = "[count]";

    /// <summary>The footage of a span; <see langword="null"/> if it shows anything else, or so short a part that it comes around more than once.</summary>
    public static SharedFootage? Of(Composition composition, FrameSpan span) =>
        composition.Segments.Where(segment => segment.Span.Intersect(span).Length > 0).ToArray() is [{ Background: MediaBackground video } segment]
            ? SegmentSource.PiecesOf(video, span.Start - segment.Span.Start, span.Length, composition.FrameRate) switch
            {
                [var only] => new SharedFootage(video, only),
                [var first, var second] => new SharedFootage(video, first, second),
                _ => null,
            }
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
        return new SharedFootage(Video, piece);
    }

    /// <summary>The files to open for <paramref name="parts"/>, in the order in which <see cref="Write"/> counts them.</summary>
    public IEnumerable<SourceInput> Inputs(IEnumerable<SharedFootage> parts) =>
        [new(Video, Piece.Seek), .. parts.Select(part => part.Next).OfType<FootagePiece>().Select(next => new SourceInput(Video, next.Seek))];

    /// <summary>The chains that read the file once for what is shared, and give each of <paramref name="parts"/> its pictures under its label.</summary>
    public IEnumerable<string> Write(IReadOnlyList<(SharedFootage Footage, string Label)> parts, Composition composition)
    {
        yield return $"{SegmentSource.Piece(Video, Piece, input: 0, composition)},split={parts.Count + 1}{Count}{string.Concat(parts.Select((_, index) => $"[shared{index}]"))}";
        var input = 1;
        foreach (var (index, (footage, label)) in parts.Index())
        {
            var shared = $"[shared{index}]{SegmentSource.Cut(footage.Piece.First - Piece.First, footage.Piece.Length)}";
            if (footage.Next is not { } next)
            {
                yield return shared + label;
                continue;
            }

            yield return $"{shared}[end{index}]";
            yield return $"{SegmentSource.Piece(Video, next, input++, composition, $"next{index}")}[next{index}]";
            yield return $"[end{index}][next{index}]concat=n=2:v=1:a=0{label}";
        }
    }
}
