using CsCheck;
using ShortsFactory.Recognition;

namespace ShortsFactory.Tests.Recognition;

/// <summary>Sentences are written as in <see cref="RecognitionBench.Sentence"/>; heard words as <c>word start-end</c> in hundredths of a second.</summary>
public sealed class ScriptAlignerSpecs
{
    [Theory]
    [InlineData(
        "a word that is heard has the time at which it was heard",
        "The octopus!", "", "the 10-20, octopus 20-80",
        "The 10-20 heard, octopus! 20-80 heard")]
    [InlineData(
        "a display word spans all the words that it is said with",
        "It costs $1,200=one_thousand_two_hundred_dollars, now.=now", "", "it 10-20, costs 20-50, one 50-60, thousand 60-80, two 80-90, hundred 90-100, dollars 100-130, now 150-180",
        "It 10-20 heard, costs 20-50 heard, $1,200 50-130 heard, now. 150-180 heard")]
    [InlineData(
        "one heard word of a display word is enough, and its start is estimated if another one was heard",
        "In 1969=nineteen_sixty_nine we", "", "in 10-20, sixty 60-80, nine 80-100, we 100-120",
        "In 10-20 heard, 1969 20-100 heard, we 100-120 heard")]
    [InlineData(
        "a word that was not heard lies between its neighbours",
        "The red cat sat", "", "the 10-20, cat 50-80, sat 80-110",
        "The 10-20 heard, red 20-50 placed, cat 50-80 heard, sat 80-110 heard")]
    [InlineData(
        "words that the neighbour swallowed get a part of its time, but not its start",
        "ab cdef gh", "", "ab 10-70, gh 70-90",
        "ab 10-30 heard, cdef 30-70 placed, gh 70-90 heard")]
    [InlineData(
        "an unknown word is heard as [unk]",
        "Meet Zendaya now", "zendaya", "meet 10-30, [unk] 30-90, now 90-110",
        "Meet 10-30 heard, Zendaya 30-90 heard, now 90-110 heard")]
    [InlineData(
        "of a run of unknown words, which is heard as one, the first start is heard and the others are placed",
        "Meet Abcd Efgh now", "abcd efgh", "meet 10-30, [unk] 30-90, now 90-110",
        "Meet 10-30 heard, Abcd 30-60 heard, Efgh 60-90 placed, now 90-110 heard")]
    [InlineData(
        "an [unk] in the place of a known word proves nothing",
        "Meet Anna now", "", "meet 10-30, [unk] 30-90, now 90-110",
        "Meet 10-30 heard, Anna 30-90 placed, now 90-110 heard")]
    [InlineData(
        "words that nobody said are passed over",
        "The cat sat", "", "the 10-20, the 20-25, cat 30-60, a 60-65, sat 70-100",
        "The 10-20 heard, cat 30-60 heard, sat 70-100 heard")]
    [InlineData(
        "of two equal words that could be meant the one that fits the time is taken",
        "the cat the dog the cow", "", "the 150-160, cow 160-190",
        "the 0-38 placed, cat 38-75 placed, the 75-113 placed, dog 113-150 placed, the 150-160 heard, cow 160-190 heard")]
    [InlineData(
        "an emoji stands at the end of the word before it",
        "Run 🏃= fast", "", "run 10-40, fast 60-100",
        "Run 10-40 heard, 🏃 40-40 heard, fast 60-100 heard")]
    [InlineData(
        "an emoji at the beginning stands at the start of the word after it",
        "🏃= Run fast", "", "run 10-40, fast 60-100",
        "🏃 10-10 heard, Run 10-40 heard, fast 60-100 heard")]
    [InlineData(
        "an emoji beside a word that was placed is placed",
        "Go 🏃=", "", "",
        "Go 0-200 placed, 🏃 200-200 placed")]
    [InlineData(
        "words that overlap or run backwards are put in order",
        "a b c", "", "a 10-50, b 40-60, c 35-70",
        "a 10-40 heard, b 40-40 heard, c 40-70 heard")]
    [InlineData(
        "nothing lies outside of the sentence",
        "a b", "", "a 0-100, b 190-260",
        "a 0-100 heard, b 190-200 heard")]
    [InlineData(
        "without any heard word all are laid out by their length",
        "abcd, efgh ij", "", "",
        "abcd, 0-56 placed, efgh 116-172 placed, ij 172-200 placed")]
    public void Words_get_their_times(string rule, string sentence, string unknown, string heard, string expected)
    {
        var words = Align(sentence, unknown, heard);

        Assert.True(string.Equals(expected, Describe(words), StringComparison.Ordinal), $"{rule}:\n{Describe(words)}\ninstead of\n{expected}");
    }

    [Fact]
    public void The_confidence_is_that_of_the_words_that_were_heard()
    {
        var words = ScriptAligner.Align(
            RecognitionBench.Sentence("22=twenty_two cats sat"), TimeSpan.Zero, TimeSpan.FromSeconds(2), new HashSet<string>(StringComparer.Ordinal),
            [Heard("twenty", 10, 40, 0.5), Heard("two", 40, 60, 1), Heard("sat", 100, 120, 0.9)]);

        Assert.Equal([0.75, 0, 0.9], words.Select(word => word.Confidence));
    }

    [Fact]
    public void Whatever_is_heard_every_word_is_there_once_in_order_and_inside_of_its_sentence() =>
        Gen.Select(AnyOf("cat", "dog", "the", "x7=seven", "5,000=five_thousand", "🏃=", "well,", "zz", "zz-zz", "it's").Array[1, 30], HeardWords)
            .Sample((shown, heard) =>
            {
                var sentence = RecognitionBench.Sentence(string.Join(' ', shown), index: 7);
                var (start, end) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9));
                var words = ScriptAligner.Align(sentence, start, end, new HashSet<string>(StringComparer.Ordinal) { "zz" }, heard);

                Assert.Equal(sentence.Words.Select(word => word.Text), words.Select(word => word.Text), StringComparer.Ordinal);
                var position = start;
                foreach (var word in words)
                {
                    Assert.InRange(word.Start, position, end);
                    Assert.InRange(word.End, word.Start, end);
                    Assert.Equal(7, word.Sentence);
                    Assert.Equal(word.Timing == WordTiming.Recognized, word.Confidence > 0);
                    position = word.End;
                }
            });

    [Fact]
    public void A_perfect_hearing_is_returned_as_it_is() =>
        AnyOf("cat", "dog", "the", "a", "octopus").Array[1, 40].Sample(said =>
        {
            var heard = said.Select((word, index) => Heard(word, 10 + (index * 4), 14 + (index * 4), 1)).ToArray();
            var words = ScriptAligner.Align(
                RecognitionBench.Sentence(string.Join(' ', said)), TimeSpan.Zero, TimeSpan.FromSeconds(2), new HashSet<string>(StringComparer.Ordinal), heard);

            Assert.Equal(heard.Select(word => (word.Start, word.End)), words.Select(word => (word.Start, word.End)));
            Assert.All(words, word => Assert.Equal(WordTiming.Recognized, word.Timing));
        });

    private static Gen<HeardWord[]> HeardWords { get; } =
        Gen.Select(AnyOf("cat", "dog", "the", "seven", "five", "well", "[unk]", "it's"), Gen.Int[250, 950], Gen.Int[0, 80], Gen.Double[0.1, 1])
            .Select((word, start, length, confidence) => Heard(word, start, start + length, confidence))
            .Array[0, 30];

    private static Gen<string> AnyOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static IReadOnlyList<TimedWord> Align(string sentence, string unknown, string heard) =>
        ScriptAligner.Align(
            RecognitionBench.Sentence(sentence),
            TimeSpan.Zero,
            TimeSpan.FromSeconds(2),
            unknown.Split(' ').ToHashSet(StringComparer.Ordinal),
            [.. heard.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split(' ', '-')).Select(parts => Heard(parts[0], int.Parse(parts[1]), int.Parse(parts[2]), 1))]);

    private static HeardWord Heard(string word, int start, int end, double confidence) =>
        new(word, TimeSpan.FromMilliseconds(start * 10), TimeSpan.FromMilliseconds(end * 10), confidence);

    private static string Describe(IEnumerable<TimedWord> words) =>
        string.Join(", ", words.Select(word =>
            $"{word.Text} {word.Start.TotalMilliseconds / 10:0}-{word.End.TotalMilliseconds / 10:0} {(word.Timing == WordTiming.Recognized ? "heard" : "placed")}"));
}
