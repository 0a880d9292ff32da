using ShortsFactory.Recognition;
using ShortsFactory.Recordings;
using ShortsFactory.Tests.Recordings;

namespace ShortsFactory.Tests.Recognition;

/// <summary>How far off words are where no model has heard them.</summary>
public sealed class EstimatedTimesSpecs
{
    [Fact(Timeout = 120_000)]
    public async Task Words_of_the_bundled_voices_start_near_their_estimate()
    {
        await using var bench = new RecognitionBench();
        List<double> errors = [];
        foreach (var voice in (string[])["slt", "rms", "awb", "kal16"])
        {
            foreach (var (text, starts) in RecordingBooth.Sentences($"flite:{voice}"))
            {
                var wave = await bench.SpeakAsync(text, TestContext.Current.CancellationToken, voice);
                var (first, last) = SpokenWave.Trim(SpokenWave.Read(wave));
                var words = EstimatedTimes.Of(
                    RecognitionBench.Sentence(text), TimeSpan.FromSeconds(first / 16_000.0), TimeSpan.FromSeconds(last / 16_000.0), SpeechActivity.Of(wave));
                errors.AddRange(words.Zip(starts).Select(pair => Math.Abs(pair.First.Start.TotalMilliseconds - pair.Second)));
            }
        }

        errors.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{errors.Count} words; start error median {errors[errors.Count / 2]:0} ms, p90 {errors[errors.Count * 9 / 10]:0} ms, most {errors[^1]:0} ms");
        Assert.InRange(errors[errors.Count / 2], 0, 100);
        Assert.InRange(errors[errors.Count * 9 / 10], 0, 250);
    }

    [Theory]
    [InlineData("a word is as long as its letters", "octopus", 7)]
    [InlineData("a digit is said as a word", "2014", 18)]
    [InlineData("an ideograph is a syllable", "章鱼", 10)]
    [InlineData("a vowel sign replaces the vowel that its consonant brings along", "दिल", 3.0)]
    [InlineData("a virama takes the vowel away", "क्या", 2.5)]
    [InlineData("what has no sound of its own still takes a moment", "्", 1)]
    public void The_length_of_a_word_is_told_from_its_script(string reason, string word, double letters)
    {
        Assert.NotEmpty(reason);
        Assert.Equal(letters, SpokenLength.Of(word), 0.001);
    }
}
