using System.Diagnostics;
using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class WaveFormatSpecs
{
    private static readonly byte[] Good = WaveBytes.File(WaveBytes.Format(), WaveBytes.Data([.. Enumerable.Range(0, 500).Select(i => (short)i)]));

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "it is empty", [] },
        { "it ends inside its RIFF header", [.. Good[..7]] },
        { "it does not begin with 'RIFF'", [.. "ID3 is not a wave at all"u8] },
        { "it is big-endian (RIFX), which is not supported", [.. "RIFX"u8, .. Good[4..]] },
        { "it is a RIFF file, but not one of type WAVE", [.. Good[..8], .. "AVI "u8, .. Good[12..]] },
        { "it has no 'fmt ' chunk", WaveBytes.File() },
        { "it has no 'data' chunk", WaveBytes.File(WaveBytes.Format()) },
        { "its 'data' chunk comes before its 'fmt ' chunk", WaveBytes.File(WaveBytes.Data(1, 2), WaveBytes.Format()) },
        { "its 'data' chunk claims 1000 bytes where 900 are left, so it was cut off", Good[..^100] },
        { "its 'fmt ' chunk claims 4294967280 bytes where 4 are left", WaveBytes.File(WaveBytes.Chunk("fmt ", [1, 0, 1, 0], 0xFFFF_FFF0)) },
        { "its 'LIST' chunk claims 2147483647 bytes where 2 are left", WaveBytes.File(WaveBytes.Chunk("LIST", [1, 0], 0x7FFF_FFFF)) },
        { "its 'fmt ' chunk has 14 bytes instead of at least 16", WaveBytes.File(WaveBytes.Chunk("fmt ", new byte[14])) },
        { "it claims 0 channels", WaveBytes.File(WaveBytes.Format(channels: 0), WaveBytes.Data(1)) },
        { "it claims 65535 channels", WaveBytes.File(WaveBytes.Format(channels: 65_535, blockAlign: 2), WaveBytes.Data(1)) },
        { "it claims 0 bytes a frame where 1 x 16 bits make 2", WaveBytes.File(WaveBytes.Format(blockAlign: 0), WaveBytes.Data(1)) },
        { "it claims a sample rate of 0 Hz", WaveBytes.File(WaveBytes.Format(rate: 0), WaveBytes.Data(1)) },
        { "it claims a sample rate of 4294967295 Hz", WaveBytes.File(WaveBytes.Format(rate: -1), WaveBytes.Data(1)) },
        { "its samples have 12 bits, which is not supported", WaveBytes.File(WaveBytes.Format(bits: 12), WaveBytes.Data(1)) },
        { "its samples have 16 bits, which is not supported", WaveBytes.File(WaveBytes.Format(tag: 3), WaveBytes.Data(1)) },
        { "its samples are compressed (format tag 85)", WaveBytes.File(WaveBytes.Format(tag: 85), WaveBytes.Data(1)) },
        { "its extensible 'fmt ' chunk has 16 bytes instead of 40", WaveBytes.File(WaveBytes.Format(tag: 0xFFFE), WaveBytes.Data(1)) },
        { "its extensible format is neither PCM nor IEEE float", WaveBytes.File(WaveBytes.Chunk("fmt ", [0xFE, 0xFF, .. new byte[38]]), WaveBytes.Data(1)) },
        { "frame 1 holds NaN, which is no amplitude", Floats(0, float.NaN) },
        { "frame 0 holds -3E+38, which is no amplitude", Floats(-3e38f, 0) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_file_is_refused_with_what_is_wrong(string problem, byte[] bytes)
    {
        var exception = Assert.Throws<WaveFormatException>(() => WaveReaderSpecs.WithFile(bytes, Signal.Read));
        Assert.Equal(problem, exception.Problem);
        Assert.StartsWith(exception.Path, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Advice);
    }

    [Fact]
    public void A_file_of_countless_empty_chunks_is_given_up_soon()
    {
        var bytes = new byte[8 << 20];
        Good.AsSpan(0, 12).CopyTo(bytes);
        var clock = Stopwatch.StartNew();
        Assert.Throws<WaveFormatException>(() => WaveReaderSpecs.WithFile(bytes, Signal.Read));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_damage_is_read_or_refused_but_never_more(int seed)
    {
        var random = new Random(seed);
        byte[][] sources =
        [
            Good,
            Floats(0.1f, 0.2f, 0.3f),
            WaveBytes.File(WaveBytes.Chunk("junk", new byte[5]), WaveBytes.Format(channels: 2, bits: 24), WaveBytes.Chunk("data", new byte[60])),
            [.. "RF64"u8, .. WaveBytes.File(WaveBytes.Chunk("ds64", new byte[28]), WaveBytes.Format(), WaveBytes.Chunk("data", new byte[60], 0xFFFF_FFFF))[4..]],
        ];
        var path = Path.Combine(Path.GetTempPath(), $"shortsfactory-{Guid.NewGuid():N}.wav");
        var (read, refused) = (0, 0);
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < 2_000; round++)
            {
                File.WriteAllBytes(path, Damage([.. sources[round % sources.Length]], random));
                try
                {
                    _ = Signal.Read(path).Length;
                    read++;
                }
                catch (WaveFormatException)
                {
                    refused++;
                }
            }

            Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 2_000, 0, 100_000);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.InRange(read, 100, 1_900);
        Assert.InRange(refused, 100, 1_900);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        byte[] nasty = [0x00, 0xFF, 0x7F, 0x80, 0x01, 0xFE];
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            bytes[random.Next(Math.Min(64, bytes.Length))] = random.Next(2) == 0 ? nasty[random.Next(nasty.Length)] : (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static byte[] Floats(params float[] samples) =>
        WaveBytes.File(WaveBytes.Format(tag: 3, bits: 32), WaveBytes.Chunk("data", [.. samples.SelectMany(BitConverter.GetBytes)]));
}
