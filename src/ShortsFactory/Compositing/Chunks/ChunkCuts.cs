using ShortsFactory.Audio;
using ShortsFactory.Scripts;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>
/// Cuts a timeline into chunks. They begin a moment before a sentence where that is possible, and before a paragraph
/// whatever came before it: so an edit moves the chunks behind it, but their pictures stay the same.
/// </summary>
internal static class ChunkCuts
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>How long before its sentence a chunk begins: the first word's entrance belongs to it.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(0.1);

    /// <summary>The chunks in order; together they are the whole composition, and none begins or ends inside a fade.</summary>
    public static IReadOnlyList<FrameSpan> Of(Composition composition, Script script, Soundtrack soundtrack)
    {
        var frames = new FrameClock(composition);
        List<FrameSpan> chunks = [];
        var start = composition.Span.Start;
        var candidates = Starts(script, soundtrack).Select(begin => (Frame: frames.CutAt(begin.Time - Lead), begin.IsParagraph)).ToArray();
        foreach (var (index, (frame, isParagraph)) in candidates.Index())
        {
            while (frame - start > frames.Count(Longest) && frames.CutAt(composition.TimeOf(start) + Usual) is var middle && middle > start && middle < frame)
            {
                Add(middle);
            }

            // A sentence shall not take its place from a paragraph that begins soon.
            var end = candidates.Skip(index + 1).Where(later => later.IsParagraph).Select(later => later.Frame).FirstOrDefault(composition.Span.End);
            var isLongEnough = frame - start >= frames.Count(isParagraph ? Shortest : Enough);
            if (isLongEnough && (isParagraph ? composition.Span.End : end) - frame >= frames.Count(Shortest))
            {
                Add(frame);
            }
        }

        while (composition.Span.End - start > frames.Count(Longest) && frames.CutAt(composition.TimeOf(start) + Usual) is var cut && cut > start && cut < composition.Span.End)
        {
            Add(cut);
        }

        return [.. chunks, composition.Span with { Start = start }];

        void Add(int end)
        {
            chunks.Add(new FrameSpan(start, end));
            start = end;
        }
    }

    private static IEnumerable<(TimeSpan Time, bool IsParagraph)> Starts(Script script, Soundtrack soundtrack)
    {
        var spans = soundtrack.Sentences.Where(span => span.IsHeard).ToDictionary(span => span.Sentence);
        foreach (var scene in script.Scenes)
        {
            var isParagraph = true;
            foreach (var sentence in scene.Sentences)
            {
                if (spans.TryGetValue(sentence.Index, out var span))
                {
                    yield return (span.Start, isParagraph);
                }

                isParagraph = sentence.EndsParagraph;
            }
        }
    }

    /// <summary>Where a composition can be cut: at times that captions can name, which count hundredths of seconds, and in no fade.</summary>
    private sealed class FrameClock(Composition composition)
    {
        private const int Hundredths = 100;

        private readonly int _step = composition.FrameRate / (int)System.Numerics.BigInteger.GreatestCommonDivisor(composition.FrameRate, Hundredths);

        private readonly FrameSpan[] _fades =
        [
            .. composition.Segments.Zip(composition.Segments.Skip(1), (first, second) => new FrameSpan(second.Span.Start, first.Span.End)).Where(fade => fade.Length > 0),
        ];

        public int Count(TimeSpan length) => (int)Math.Round(length.TotalSeconds * composition.FrameRate);

        public int CutAt(TimeSpan time)
        {
            var cut = Math.Max(0, (int)Math.Round(time.TotalSeconds * composition.FrameRate / _step) * _step);
            while (_fades.FirstOrDefault(fade => cut > fade.Start && cut < fade.End) is { Length: > 0 } fade)
            {
                cut = (fade.End + _step - 1) / _step * _step;
            }

            return cut;
        }
    }
}
