using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class WaveReaderSpecs
{
    private static readonly byte[] Junk = WaveBytes.Chunk("junk", [1, 2, 3, 4, 5, 6, 7]);

    [Theory(Timeout = 120_000)]
    [InlineData("pcm_u8", 1, 1.0 / 128)]
    [InlineData("pcm_s16le", 1, 1.0 / 32_768)]
    [InlineData("pcm_s24le", 1, 1e-6)]
    [InlineData("pcm_s32le", 1, 1e-7)]
    [InlineData("pcm_f32le", 1, 0)]
    [InlineData("pcm_f64le", 1, 0)]
    [InlineData("pcm_s16le", 6, 1.0 / 32_768)]
    [InlineData("pcm_s24le", 2, 1e-6)]
    public async Task Every_format_reads_as_what_was_written(string codec, int channels, double tolerance)
    {
        await using var run = new TestRun();
        var expected = Signal.Noise(1, 10_007, 0.9);
        var raw = run.Scope.PathOf("source.f32");
        await File.WriteAllBytesAsync(raw, [.. expected.SelectMany(sample => Enumerable.Repeat(sample, channels)).SelectMany(BitConverter.GetBytes)]);
        var path = run.Scope.PathOf("converted.wav");
        await run.Scope.RunAsync(
            new Resources.ProcessCommand
            {
                FileName = "ffmpeg",
                Arguments = ["-v", "error", "-f", "f32le", "-ar", "22050", "-ac", $"{channels}", "-i", raw, "-c:a", codec, "-bitexact", path],
            },
            TestContext.Current.CancellationToken);

        using var reader = WaveReader.Open(path);
        Assert.Equal((22_050, channels), (reader.Format.SampleRate, reader.Format.Channels));
        var actual = reader.ReadMono();
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(actual.Zip(expected), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, tolerance + 1e-6));
    }

    [Fact]
    public void Sixteen_bit_samples_survive_exactly() =>
        Assert.Equal([-1f, -0.5f, 0f, 0.5f, 32_767f / 32_768], Read(WaveBytes.File(WaveBytes.Format(), WaveBytes.Data(-32_768, -16_384, 0, 16_384, 32_767))));

    [Fact]
    public void Extreme_24_bit_samples_keep_their_sign() =>
        Assert.Equal(
            [-1f, -1f / 8_388_608, 8_388_607f / 8_388_608],
            Read(WaveBytes.File(WaveBytes.Format(bits: 24), WaveBytes.Chunk("data", [0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]))));

    [Fact]
    public void Channels_are_mixed_down_to_their_mean() =>
        Assert.Equal([0.25f, -0.25f], Read(WaveBytes.File(WaveBytes.Format(channels: 2), WaveBytes.Data(16_384, 0, 0, -16_384))));

    [Fact]
    public void Unknown_chunks_of_odd_length_are_stepped_over() =>
        Assert.Equal([0.5f], Read(WaveBytes.File(Junk, WaveBytes.Format(), Junk, WaveBytes.Data(16_384), Junk)));

    [Theory]
    [InlineData(0u)]
    [InlineData(0xFFFF_FFFFu)]
    [InlineData(0x7FFF_F000u)]
    public void A_stream_of_unknown_length_is_read_to_its_end(uint claimedLength)
    {
        // The stream was cut inside its third sample.
        var file = WaveBytes.File(WaveBytes.Format(), WaveBytes.Chunk("data", [0, 0x40, 0, 0xC0, 0, 0], claimedLength));
        BitConverter.GetBytes(claimedLength == 0 ? 36 : claimedLength).CopyTo(file, 4);
        Assert.Equal([0.5f, -0.5f], Read(file[..^1]));
    }

    [Fact]
    public void A_finished_file_without_samples_has_none() =>
        Assert.Empty(Read(WaveBytes.File(WaveBytes.Format(), WaveBytes.Data(), Junk)));

    [Fact(Timeout = 120_000)]
    public async Task What_espeak_writes_to_a_pipe_is_read_whole()
    {
        await using var run = new TestRun();
        var file = await Tools.EspeakAsync(run, "file.wav", "Hello there.");
        var piped = run.Scope.PathOf("piped.wav");
        await run.Scope.RunAsync(
            new Resources.ProcessCommand { FileName = "sh", Arguments = ["-c", "espeak-ng --stdout 'Hello there.' > \"$0\"", piped] },
            TestContext.Current.CancellationToken);
        Assert.Equal(Signal.Read(file), Signal.Read(piped));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("always")]
    [InlineData("auto")]
    public async Task What_ffmpeg_writes_is_read_whole(string rf64)
    {
        await using var run = new TestRun();
        var source = await Signal.WriteAsync(run, "source.wav", Signal.Noise(2, 5_000, 0.5), 16_000);
        var copy = await Tools.ConvertAsync(run, source, "copy.wav", TestContext.Current.CancellationToken, "-c:a", "copy", "-rf64", rf64);
        Assert.Equal(Signal.Read(source), Signal.Read(copy));
    }

    private static float[] Read(byte[] bytes) => WithFile(bytes, Signal.Read);

    internal static T WithFile<T>(byte[] bytes, Func<string, T> use)
    {
        var path = Path.Combine(Path.GetTempPath(), $"shortsfactory-{Guid.NewGuid():N}.wav");
        File.WriteAllBytes(path, bytes);
        try
        {
            return use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
