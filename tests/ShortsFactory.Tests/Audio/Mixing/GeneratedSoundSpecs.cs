using ShortsFactory.Audio.Mixing;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Audio.Mixing;

public sealed class GeneratedSoundSpecs
{
    private static readonly string[] Effects = ["generated:whoosh", "generated:pop", "generated:riser"];

    public static TheoryData<string> EffectNames => [.. Effects];

    [Theory]
    [MemberData(nameof(EffectNames))]
    public void Effect_begins_and_ends_softly_does_not_clip_and_is_always_the_same(string name)
    {
        var samples = GeneratedSound.Make(name);

        Assert.Equal(samples, GeneratedSound.Make(name));
        Assert.InRange(samples.Max(Math.Abs), 0.3, 0.6);
        Assert.InRange(samples.Take(20).Max(Math.Abs), 0, 0.03);
        Assert.InRange(samples.TakeLast(20).Max(Math.Abs), 0, 0.03);
        Assert.InRange(Math.Abs(samples.Average()), 0, 0.003);
    }

    [Theory]
    [InlineData("generated:whoosh", 0.4, 0.62)]
    [InlineData("generated:pop", 0, 0.05)]
    [InlineData("generated:riser", 1.3, 1.6)]
    public void Loudest_moment_is_where_the_ear_expects_the_scene(string name, double earliest, double latest) =>
        Assert.InRange(SoundEffect.Of(GeneratedSound.Make(name))!.Anchor / 48_000.0, earliest, latest);

    [Fact]
    public void Whoosh_goes_from_left_to_right()
    {
        var samples = GeneratedSound.Make("generated:whoosh");
        var third = samples.Length / 6 * 2;

        Assert.True(Energy(samples[..third], 0) > 2 * Energy(samples[..third], 1));
        Assert.True(Energy(samples[^third..], 1) > 2 * Energy(samples[^third..], 0));
    }

    [Fact]
    public void A_wrong_name_is_told_with_the_nearest_one()
    {
        var exception = Assert.Throws<InvalidInputException>(() => GeneratedSound.Parse("generated:woosh", "the transition sound"));

        Assert.Equal("the transition sound: there is no generated sound 'woosh'. Did you mean 'generated:whoosh'?", exception.Message);
        Assert.Contains("generated:riser", exception.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_around_an_effect_is_cut_off_and_a_late_climax_does_not_count()
    {
        var late = new float[2 * 48_000 * 6];
        for (var i = 48_000; i < late.Length - 48_000; i++)
        {
            late[i] = (i % 100 < 50 ? 0.1f : -0.1f) * i / late.Length;
        }

        var effect = SoundEffect.Of(late)!;
        Assert.InRange(effect.Length, (5 * 48_000) - 1_000, (5 * 48_000) + 1_000);
        Assert.Equal(0, effect.Anchor);
        Assert.Null(SoundEffect.Of(new float[1_000]));
    }

    private static double Energy(float[] samples, int channel) => samples.Where((_, index) => index % 2 == channel).Sum(sample => (double)sample * sample);
}
