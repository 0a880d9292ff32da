using ShortsFactory.Audio;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Compositing;

public sealed class ChunkCutsSpecs
{
    [Fact]
    public void Chunks_begin_a_moment_before_sentences_and_are_two_to_four_seconds_long()
    {
        var cuts = Cut(Sentences(2, 2, 2, 2, 2, 2, 2, 2));

        Assert.Equal([0, 117, 177, 237, 297, 357, 417], cuts.Select(cut => cut.Start));
        Assert.Equal(480, cuts[^1].End);
    }

    [Fact]
    public void A_paragraph_begins_a_chunk_so_that_an_edit_before_it_ends_there()
    {
        var paragraphs = Enumerable.Range(0, 12).Select(index => index % 3 == 2).ToArray();
        var before = Cut(Sentences([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]), paragraphs);
        var after = Cut(Sentences([2, 3.5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]), paragraphs);

        Assert.Equal(before.Skip(2).Select(cut => (cut.Start + 45, cut.Length)), after.TakeLast(before.Count - 2).Select(cut => (cut.Start, cut.Length)));
    }

    [Fact]
    public void A_sentence_that_is_very_long_is_cut_inside() =>
        Assert.All(Cut(Sentences(60)), cut => Assert.InRange(cut.Length, 60, 120));

    [Fact]
    public void A_short_is_one_chunk() => Assert.Equal([new FrameSpan(0, 75)], Cut(Sentences(1, 1.5)));

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(60)]
    public void All_frames_are_in_one_chunk_each_and_no_chunk_begins_in_a_fade(int rate)
    {
        var random = new Random(3);
        foreach (var _ in Enumerable.Range(0, 200))
        {
            var lengths = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Math.Round(0.4 + (random.NextDouble() * 6), 1)).ToArray();
            var sentences = Sentences(lengths);
            var borders = lengths.Select((_, index) => index).Where(index => index > 0 && random.Next(4) == 0).Select(index => (int)(sentences[index].Start.TotalSeconds * rate)).ToArray();
            var composition = Of(sentences, rate, borders);

            var cuts = ChunkCuts.Of(composition, Script(lengths.Length, []), Track(sentences));

            Assert.Equal(0, cuts[0].Start);
            Assert.Equal(composition.Span.End, cuts[^1].End);
            Assert.All(cuts.Zip(cuts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
            Assert.All(cuts, cut => Assert.InRange(cut.Length, 1, 10 * rate));
            Assert.All(cuts, cut => Assert.Equal(0, composition.TimeOf(cut.Start).Ticks % (TimeSpan.TicksPerSecond / 100)));
            Assert.All(borders, border => Assert.DoesNotContain(cuts, cut => cut.Start > border - 4 && cut.Start < border + 5));
        }
    }

    private static IReadOnlyList<FrameSpan> Cut(IReadOnlyList<SentenceSpan> sentences, bool[]? endsParagraph = null) =>
        ChunkCuts.Of(Of(sentences, 30), Script(sentences.Count, endsParagraph ?? []), Track(sentences));

    private static SentenceSpan[] Sentences(params double[] lengths)
    {
        var start = 0.0;
        return [.. lengths.Select((length, index) =>
        {
            var span = new SentenceSpan(index, (long)Math.Round(start * 48_000), (long)Math.Round((start + length - 0.2) * 48_000));
            start += length;
            return span;
        })];
    }

    private static Composition Of(IReadOnlyList<SentenceSpan> sentences, int rate, params int[] borders)
    {
        var span = new FrameSpan(0, (int)Math.Round((sentences[^1].End.TotalSeconds + 0.2) * rate));
        int[] starts = [0, .. borders];
        return new Composition
        {
            FrameRate = rate,
            Span = span,
            CoverFrame = 0,
            Segments =
            [
                .. starts.Select((start, index) => new BackgroundSegment(
                    new ColorBackground($"00000{index % 10}"),
                    new FrameSpan(index == 0 ? 0 : start - 4, index == starts.Length - 1 ? span.End : Math.Min(span.End, starts[index + 1] + 5)))),
            ],
        };
    }

    private static Script Script(int sentences, bool[] endsParagraph) => new()
    {
        Title = "Test",
        Scenes =
        [
            new Scene
            {
                Sentences =
                [
                    .. Enumerable.Range(0, sentences).Select(index => new Sentence
                    {
                        Index = index, EndsParagraph = index < endsParagraph.Length && endsParagraph[index], Words = [new DisplayWord { Text = "a", Spoken = "a" }],
                    }),
                ],
            },
        ],
    };

    private static Soundtrack Track(IReadOnlyList<SentenceSpan> sentences) => new()
    {
        MasterPath = "", RecognitionPath = "", Duration = sentences[^1].End, Sentences = sentences, IntegratedLufs = -14, TruePeakDbtp = -2,
    };
}
