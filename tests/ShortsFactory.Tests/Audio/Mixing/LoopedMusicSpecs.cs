using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;

namespace ShortsFactory.Tests.Audio.Mixing;

public sealed class LoopedMusicSpecs
{
    private const int Rate = SentenceSpan.SampleRate;

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.2345)]
    [InlineData(7.001)]
    public async Task Loop_that_does_not_meet_its_beginning_is_joined_without_a_click(double seconds)
    {
        await using var run = new TestRun();
        var material = Signal.Sine(Rate, 441, seconds, 0.5, phase: 0.7);
        var played = Play(await Signal.WriteAsync(run, "loop.wav", material, Rate, channels: 2), (int)(30 * Rate));

        Assert.Equal(30 * Rate, played.Length);
        Assert.InRange(LargestStep(played), 0, LargestStep(material) * 1.001);
    }

    [Fact]
    public async Task Loop_that_meets_its_beginning_keeps_its_beat_to_the_sample()
    {
        await using var run = new TestRun();
        var beat = new float[Rate];
        for (var i = 0; i < 4_000; i++)
        {
            beat[i] = (float)(0.8 * Math.Sin(2 * Math.PI * 60 * i / Rate) * Math.Exp(-i / 900.0));
        }

        var played = Play(await Signal.WriteAsync(run, "beat.wav", beat, Rate, channels: 2), 10 * Rate);

        Assert.All(Enumerable.Range(0, 10), second => Assert.Equal(played[200], played[(second * Rate) + 200]));
    }

    [Fact]
    public async Task Song_goes_over_into_its_beginning_in_a_second_without_a_gap()
    {
        await using var run = new TestRun();
        float[] song = [.. Signal.Noise(1, 21 * Rate, 0.5), .. new float[3 * Rate]];
        var played = Play(await Signal.WriteAsync(run, "song.wav", song, Rate, channels: 2), 60 * Rate);

        // The silence at its end is not played, and the power stays what it is through the cross-fade.
        Assert.All(Enumerable.Range(0, 600), tenth => Assert.InRange(Power(played.AsSpan(tenth * Rate / 10, Rate / 10)), 0.08 * 0.8, 0.0834 * 1.2));
    }

    [Fact]
    public async Task Blocks_of_any_length_give_the_same_sound()
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "loop.wav", Signal.Noise(3, 5_000, 0.5), Rate, channels: 2);

        Assert.Equal(Play(path, 40_000, block: 40_000), Play(path, 40_000, block: 977));
    }

    [Fact]
    public async Task Music_that_is_not_to_loop_ends_with_its_file()
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "short.wav", Signal.Noise(3, 5_000, 0.5), Rate, channels: 2);

        Assert.Equal(5_000, Play(path, 40_000, loops: false).Length);
    }

    [Fact]
    public async Task An_hour_of_looped_music_takes_no_memory()
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "song.wav", Signal.Noise(1, 25 * Rate, 0.5), Rate, channels: 2);
        using var music = new LoopedMusic(path, 3_600L * Rate, loops: true);
        var block = new float[2 * Rate];
        music.Read(block);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var second = 1; second < 120; second++)
        {
            music.Read(block);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static float[] Play(string path, int frames, bool loops = true, int block = 4_800)
    {
        using var music = new LoopedMusic(path, frames, loops);
        List<float> left = [];
        var interleaved = new float[2 * block];
        while (music.Read(interleaved) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                left.Add(interleaved[2 * i]);
            }
        }

        return [.. left];
    }

    private static double LargestStep(float[] samples) => Enumerable.Range(1, samples.Length - 1).Max(i => Math.Abs(samples[i] - samples[i - 1]));

    private static double Power(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += sample * sample;
        }

        return sum / samples.Length;
    }
}
