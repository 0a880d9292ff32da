using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace ShortsFactory.Audio;

/// <summary>Reads a wave file: PCM of 8, 16, 24 and 32 bits and IEEE numbers, plain, extensible or RF64. Not thread-safe.</summary>
internal sealed class WaveReader : IDisposable, IAsyncDisposable
{
    private const int BlockFrames = 8_192;

    // Far above any real recording, and far below what would overflow on the way; not-a-number fails the comparison as well.
    private const float LargestAmplitude = 1e6f;

    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly WaveHeader _header;
    private long _nextFrame;

    private WaveReader(SafeFileHandle file, string path, WaveHeader header)
    {
        _file = file;
        _path = path;
        _header = header;
    }

    /// <summary>What the samples are.</summary>
    public WaveFormat Format => _header.Format;

    /// <summary>Whole frames in the file.</summary>
    public long FrameCount => _header.FrameCount;

    /// <summary>Opens <paramref name="path"/> and reads its header.</summary>
    /// <exception cref="WaveFormatException">The file is damaged or in a format that is not supported.</exception>
    public static WaveReader Open(string path)
    {
        var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        try
        {
            return new WaveReader(file, path, new WaveHeaderParser(file, path).Parse());
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads frames into <paramref name="interleaved"/>, as many as fit and are left; returns their count, 0 at the end.</summary>
    /// <exception cref="WaveFormatException">The file became shorter, or holds a number that is no amplitude.</exception>
    public int Read(Span<float> interleaved)
    {
        var frames = (int)Math.Min(Math.Min(interleaved.Length / Format.Channels, BlockFrames), FrameCount - _nextFrame);
        if (frames == 0)
        {
            return 0;
        }

        var length = frames * Format.BlockAlign;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var bytes = buffer.AsSpan(0, length);
            if (RandomAccess.Read(_file, bytes, _header.DataStart + (_nextFrame * Format.BlockAlign)) != length)
            {
                throw new WaveFormatException(_path, "it became shorter while it was read");
            }

            var samples = interleaved[..(frames * Format.Channels)];
            SampleDecoder.Decode(bytes, Format, samples);
            Check(samples);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _nextFrame += frames;
        return frames;
    }

    /// <summary>Lets the reading go on at a frame; the end is as far as it goes.</summary>
    public void MoveTo(long frame) => _nextFrame = Math.Clamp(frame, 0, FrameCount);

    /// <summary>Reads frames until <paramref name="interleaved"/> is full or the end is reached; returns their count.</summary>
    /// <exception cref="WaveFormatException">The file became shorter, or holds a number that is no amplitude.</exception>
    public int Fill(Span<float> interleaved)
    {
        var frames = 0;
        while (Read(interleaved[(frames * Format.Channels)..]) is > 0 and var count)
        {
            frames += count;
        }

        return frames;
    }

    /// <summary>Reads all that is left, each frame mixed down to the mean of its channels.</summary>
    /// <exception cref="WaveFormatException">The file became shorter, holds a number that is no amplitude, or is too long to hold in memory.</exception>
    public float[] ReadMono()
    {
        var left = FrameCount - _nextFrame;
        if (left > Array.MaxLength)
        {
            throw new WaveFormatException(_path, $"its {left} frames are too many to hold in memory");
        }

        var mono = new float[left];
        var position = 0;
        if (Format.Channels == 1)
        {
            while (Read(mono.AsSpan(position)) is > 0 and var count)
            {
                position += count;
            }

            return mono;
        }

        var block = new float[BlockFrames * Format.Channels];
        while (Read(block) is > 0 and var count)
        {
            MixDown(block, Format.Channels, mono.AsSpan(position, count));
            position += count;
        }

        return mono;
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void MixDown(ReadOnlySpan<float> interleaved, int channels, Span<float> mono)
    {
        for (var i = 0; i < mono.Length; i++)
        {
            var sum = 0f;
            foreach (var sample in interleaved.Slice(i * channels, channels))
            {
                sum += sample;
            }

            mono[i] = sum / channels;
        }
    }

    private void Check(ReadOnlySpan<float> samples)
    {
        if (Format.Encoding == WaveEncoding.Pcm)
        {
            return;
        }

        for (var i = 0; i < samples.Length; i++)
        {
            if (!(MathF.Abs(samples[i]) <= LargestAmplitude))
            {
                throw new WaveFormatException(_path, $"frame {_nextFrame + (i / Format.Channels)} holds {samples[i]}, which is no amplitude");
            }
        }
    }
}
