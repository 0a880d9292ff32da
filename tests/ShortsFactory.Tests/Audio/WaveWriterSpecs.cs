using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class WaveWriterSpecs
{
    [Theory]
    [InlineData(16_000, 1)]
    [InlineData(48_000, 2)]
    public async Task Header_is_what_it_was(int sampleRate, int channels)
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "wave.wav", [0, 0.5f, -0.5f, 1, -1, 2, -2], sampleRate, channels);
        var hex = string.Join('\n', (await File.ReadAllBytesAsync(path)).Chunk(16).Select(line => string.Join(' ', line.Select(value => $"{value:x2}"))));
        Golden.Matches(hex, $"wave-{sampleRate}-{channels}");
    }

    [Fact]
    public async Task Wave_header_is_complete_when_the_stage_throws()
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf("half.wav");
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var stage = run.Scope.Open("stage");
            var writer = stage.CreateWave(path, 16_000, 1);
            writer.Write(Signal.Noise(1, 1_000, 0.5));
            throw new InvalidOperationException("the stage broke");
        });

        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal(44 + 2_000, bytes.Length);
        Assert.Equal(2_000u, BitConverter.ToUInt32(bytes, 40));
        Assert.Equal(36u + 2_000, BitConverter.ToUInt32(bytes, 4));
    }

    [Fact]
    public async Task A_file_whose_writer_was_killed_still_reads_to_its_end()
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf("killed.wav");
        await using var writer = WaveWriter.Create(path, 16_000, 1);
        writer.Write(Signal.Noise(1, 100_000, 0.5));
        var copy = run.Scope.PathOf("copy.wav");
        await File.WriteAllBytesAsync(copy, await ReadSharedAsync(path));
        Assert.InRange(Signal.Read(copy).Length, 65_536, 100_000);
    }

    [Fact]
    public async Task Samples_survive_writing_and_reading_exactly()
    {
        await using var run = new TestRun();
        var samples = Enumerable.Range(short.MinValue, 65_536).Select(value => value / 32_768f).ToArray();
        Assert.Equal(samples, Signal.Read(await Signal.WriteAsync(run, "all.wav", samples, 48_000, 2)));
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
