using ShortsFactory.Recognition;
using ShortsFactory.Recognition.Graphs;
using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Tests.Recognition.Graphs;

/// <summary>What becomes of what the decoder laid.</summary>
public sealed class AlignmentSpecs
{
    private static readonly SpokenWord[] Spoken = [new(0, "hello", PausesAfter: false), new(1, "you", PausesAfter: false)];

    [Fact]
    public void A_word_starts_at_the_centre_of_the_long_frame_that_the_network_was_trained_on()
    {
        var words = AlignedWords.Of(Spoken, Alignment((0.10, 0.40), (0.40, 0.61)), onset: 0, confidence: 0.9);

        Assert.Equal([("hello", 0.11, 0.41, 0.9), ("you", 0.41, 0.62, 0.9)], words.Select(word => (word.Word, word.Start, word.End, word.Confidence)));
    }

    [Fact]
    public void No_word_starts_before_the_speech_is_heard()
    {
        var words = AlignedWords.Of(Spoken, Alignment((-0.05, 0.4), (0.4, 0.6)), onset: 0.03, confidence: 1);

        Assert.Equal([0.03, 0.41], words.Select(word => word.Start));
    }

    [Theory]
    [InlineData(6.0, 0.9, 1.0)] // What was said.
    [InlineData(2.0, 0.2, 0.5)] // Something else.
    [InlineData(-6.0, 0.0, 0.0)] // Silence.
    public void The_fit_is_what_frames_in_words_are_worth(double likelihood, double least, double most)
    {
        var alignment = Alignment((0, 1), (1, 2)) with { Duration = 2.6, LogLikelihood = (200 * likelihood) + (60 * 8.5) };

        Assert.InRange(SpeechFit.Of(alignment), least, most);
    }

    [Fact]
    public void Silence_around_a_sentence_does_not_change_its_fit()
    {
        var alignment = Alignment((0, 1), (1, 2)) with { Duration = 2, LogLikelihood = 900 };
        var longer = alignment with { Duration = 5, LogLikelihood = 900 + (300 * 8.5) };

        Assert.Equal(SpeechFit.Of(alignment), SpeechFit.Of(longer), 3);
    }

    private static Alignment Alignment(params (double Start, double End)[] words) => new()
    {
        Words = [.. words.Select(word => new AlignedWord { Start = word.Start, End = word.End })],
        LogLikelihood = 0,
        Duration = 1,
    };
}
