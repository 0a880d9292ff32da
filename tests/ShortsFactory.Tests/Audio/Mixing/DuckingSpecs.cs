using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;

namespace ShortsFactory.Tests.Audio.Mixing;

public sealed class DuckingSpecs
{
    private const long Second = SentenceSpan.SampleRate;
    private static readonly Ducking Usual = new() { UnderSpeech = 18, InPauses = 10 };

    [Fact]
    public void Music_is_down_before_the_first_syllable_and_comes_up_in_a_long_pause()
    {
        var curve = Usual.Write([Stretch(2, 4), Stretch(6, 8)], Steps(10, -14), Steps(10, -20));

        Assert.Equal(-4, curve.At(0), 0.1);
        Assert.Equal(-12, curve.At((2 * Second) - (Second / 20)), 0.1);
        Assert.Equal(-12, curve.At(4 * Second), 0.1);
        Assert.Equal(-4, curve.At(5 * Second), 0.1);
        Assert.Equal(-12, curve.At(6 * Second), 0.1);
        Assert.Equal(-4, curve.At(9 * Second), 0.1);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.31)]
    [InlineData(0.54)]
    [InlineData(0.95)]
    public void Music_does_not_pump_in_short_pauses(double pause)
    {
        var curve = Usual.Write([Stretch(0.2, 3), Stretch(3 + pause, 6)], Steps(6.7, -14), Steps(6.7, -20));

        Assert.All(Frames(6.7), frame => Assert.Equal(-12, curve.At(frame), 0.1));
    }

    [Fact]
    public void Under_a_soft_sentence_and_where_it_swells_music_goes_further_down()
    {
        LoudnessSteps voice = new([.. Steps(3, -14).Energies, .. Steps(3, -22).Energies, .. Steps(3, -14).Energies]);
        LoudnessSteps music = new([.. Steps(6, -20).Energies, .. Steps(3, -8).Energies]);

        var curve = Usual.Write([Stretch(0.5, 2.8), Stretch(3.2, 5.8), Stretch(6.5, 8.8)], voice, music);

        foreach (var (start, end, spoken, played) in ((double, double, double, double)[])[(0.5, 2.8, -14, -20), (3.2, 5.8, -22, -20), (6.5, 8.8, -14, -8)])
        {
            Assert.All(
                Enumerable.Range((int)(start * 100), (int)((end - start) * 100)),
                hundredth => Assert.InRange(spoken - (played + curve.At(hundredth * Second / 100)), Ducking.MomentDistance - 0.01, 40));
        }
    }

    [Fact]
    public void Whatever_is_said_when_the_gain_is_never_higher_than_it_may_be()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            List<SpeechStretch> speech = [];
            for (var time = random.NextDouble() * 2; time < 20;)
            {
                var end = time + 0.2 + (random.NextDouble() * 4);
                speech.Add(Stretch(time, end));
                time = end + (random.NextDouble() * random.NextDouble() * 3);
            }

            LoudnessSteps voice = new([.. Enumerable.Range(0, 260).SelectMany(_ => Steps(0.1, -12 - (random.NextDouble() * 12)).Energies)]);
            LoudnessSteps music = new([.. Enumerable.Range(0, 260).SelectMany(_ => Steps(0.1, -6 - (random.NextDouble() * 40)).Energies)]);
            var curve = Usual.Write(speech, voice, music);

            var up = voice.Integrated - music.Integrated - Usual.InPauses;
            Assert.All(curve.Points.Zip(curve.Points.Skip(1)), pair => Assert.True(pair.First.Frame < pair.Second.Frame, $"seed {seed}: {pair}"));
            Assert.All(Frames(26), frame => Assert.True(curve.At(frame) <= up + 1e-9, $"seed {seed}: higher than in pauses at {frame}"));
            foreach (var span in speech)
            {
                var loudest = Math.Max(curve.At(span.Start), Math.Max(curve.At((span.Start + span.End) / 2), curve.At(span.End)));
                var distance = voice.Mean(span.Start, span.End) - loudest - music.Mean(span.Start, span.End);
                Assert.True(distance >= 15, $"seed {seed}: the music is {distance:0.0} LU below the voice in {span}");
            }
        }
    }

    [Fact]
    public void A_breath_between_sentences_does_not_pull_music_down_any_further()
    {
        LoudnessSteps voice = new([.. Steps(20, -14).Energies, .. Steps(0.3, -30).Energies, .. Steps(20, -14).Energies]);
        var curve = Usual.Write(
            [Stretch(0, 20), Stretch(20, 20.3) with { IsAside = true }, Stretch(20.3, 40.3)], voice, Steps(40.3, -20));

        Assert.All(Frames(40.3), frame => Assert.Equal(-12, curve.At(frame), 0.1));
    }

    [Fact]
    public void Without_a_word_music_has_its_level_of_pauses() =>
        Assert.Equal(-4, Usual.Write([], Steps(3, -14), Steps(3, -20)).At(Second), 0.1);

    [Fact]
    public void Noise_is_not_made_as_loud_as_music() =>
        Assert.Equal(Ducking.HighestGain, Usual.Write([], Steps(3, -14), Steps(3, -69)).At(0), 0.1);

    internal static LoudnessSteps Steps(double seconds, double lufs) => new(
        [.. Enumerable.Repeat(Math.Pow(10, (lufs + 0.691) / 10) * LoudnessSteps.Length, (int)Math.Round(seconds * 10))]);

    private static SpeechStretch Stretch(double start, double end) => new((long)(start * Second), (long)(end * Second));

    private static IEnumerable<long> Frames(double seconds) => Enumerable.Range(0, (int)(seconds * 100)).Select(hundredth => hundredth * Second / 100);
}
