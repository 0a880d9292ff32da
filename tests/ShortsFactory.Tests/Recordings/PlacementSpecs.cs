using CsCheck;
using ShortsFactory.Recognition;
using ShortsFactory.Recordings;
using ShortsFactory.Tests.Recognition;

namespace ShortsFactory.Tests.Recordings;

public sealed class PlacementSpecs
{
    private const float Loud = -20;
    private const float Quiet = -80;

    [Fact]
    public void Speech_is_told_from_the_noise_of_the_room()
    {
        var noisy = SpeechActivity.Of([.. Levels(-50, (0.3, Quiet), (0.5, Loud), (0.4, Quiet), (0.5, Loud), (0.3, Quiet))]);
        var steady = SpeechActivity.Of([.. Levels(-100, (2, -75))]);

        Assert.Equal([(0.3, 0.8), (1.2, 1.7)], noisy.Speech.Select(Seconds));
        Assert.Empty(steady.Speech);
        Assert.Empty(SpeechActivity.Of([]).Speech);
    }

    [Fact]
    public void Passages_end_at_pauses_and_hold_all_speech_without_overlap()
    {
        Gen.Int[1, 400].Array[1, 80].Sample(lengths =>
        {
            var levels = lengths.SelectMany((length, index) => Enumerable.Repeat(index % 2 == 0 ? Loud : Quiet, length * 5)).ToArray();
            var activity = SpeechActivity.Of(levels);
            var passages = Passages.Of(activity, levels.Length * SpeechActivity.Frame);

            Assert.All(passages, passage => Assert.InRange(passage.Length, TimeSpan.Zero, TimeSpan.FromSeconds(25.5)));
            Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.All(activity.Speech, speech => Assert.Contains(passages, passage => passage.Start <= speech.Start && passage.End >= speech.Start));
            Assert.Equal(
                activity.Speech.Sum(speech => speech.Length.TotalSeconds),
                passages.Sum(passage => activity.SpeechIn(passage).Sum(speech => speech.Length.TotalSeconds)),
                0.001);
        });
    }

    [Fact]
    public void Whatever_is_heard_sentences_stay_in_order_and_never_overlap()
    {
        string[] words = ["one", "two", "three", "four", "five"];
        var script = Gen.Int[0, 4].Select(index => words[index]).Array[1, 8].Select(sentence => string.Join(' ', sentence)).Array[1, 12];
        var heard = Gen.Select(Gen.Int[0, 4].Select(index => words[index]), Gen.Int[0, 40]).Array[0, 60];
        Gen.Select(script, heard).Sample((sentences, sounds) =>
        {
            var clock = TimeSpan.Zero;
            List<HeardWord> said = [];
            List<float> levels = [];
            foreach (var (word, pause) in sounds)
            {
                levels.AddRange(Enumerable.Repeat(Quiet, pause).Concat(Enumerable.Repeat(Loud, 30)));
                clock += pause * SpeechActivity.Frame;
                said.Add(new HeardWord(word, clock, clock + (30 * SpeechActivity.Frame), 1));
                clock += 30 * SpeechActivity.Frame;
            }

            levels.AddRange(Enumerable.Repeat(Loud, 50));
            var duration = levels.Count * SpeechActivity.Frame;
            var expected = ExpectedSentence.Of(sentences.Select((text, index) => RecognitionBench.Sentence(text, index)), said);

            var places = SentencePlacer.Place(expected, SpeechActivity.Of([.. levels]), duration);

            Assert.Equal(sentences.Length, places.Count);
            Assert.All(places, place => Assert.True(place.Start >= TimeSpan.Zero && place.End >= place.Start && place.End <= duration));
            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        });
    }

    [Fact]
    public void Sentences_of_the_same_words_are_told_apart_by_their_order()
    {
        var heard = "one two three one two three one two four".Split(' ').Select((word, index) =>
            new HeardWord(word, TimeSpan.FromSeconds(index), TimeSpan.FromSeconds(index + 0.5), 1)).ToArray();
        var sentences = ExpectedSentence.Of(
            [RecognitionBench.Sentence("One two three."), RecognitionBench.Sentence("One two three.", 1), RecognitionBench.Sentence("One two four.", 2)], heard);

        Assert.Equal([(0.0, 2.5), (3.0, 5.5), (6.0, 8.5)], sentences.Select(sentence => Seconds(sentence.Heard)));
    }

    [Fact]
    public void Dictated_words_are_punctuated_and_capitalised()
    {
        (string Word, double Start)[] words = [("so", 0), ("i'm", 0.3), ("here", 0.9), ("and", 1.2), ("i", 1.5), ("stay", 2.8)];
        var heard = words.Select(word => new HeardWord(word.Word, TimeSpan.FromSeconds(word.Start), TimeSpan.FromSeconds(word.Start + 0.29), 1)).ToArray();

        Assert.Equal("So I'm, here and I. | Stay.", string.Join(" | ", Dictation.Write(heard, "en").Select(sentence => sentence.Text)));
        Assert.Equal("So i'm, here and i. | Stay.", string.Join(" | ", Dictation.Write(heard, "it").Select(sentence => sentence.Text)));
    }

    private static IEnumerable<float> Levels(float noise, params (double Seconds, float Level)[] parts) =>
        parts.SelectMany(part => Enumerable.Repeat(Math.Max(part.Level, noise), (int)Math.Round(part.Seconds * 100)));

    private static (double Start, double End) Seconds(Stretch stretch) => (Math.Round(stretch.Start.TotalSeconds, 3), Math.Round(stretch.End.TotalSeconds, 3));
}
