using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ShortsFactory.Audio;

/// <summary>
/// Writes a 16 bit PCM wave file. The lengths in its header are set on disposal, also after an error; until then they say "up to
/// the end of the file", which readers understand. Not thread-safe.
/// </summary>
/// <remarks>
/// Samples are rounded without dither: a voice masks its rounding error at -98 dBFS, pauses stay truly silent, and the same
/// samples always make the same bytes.
/// </remarks>
internal sealed class WaveWriter : IAsyncDisposable
{
    private const int HeaderLength = 44;
    private const int BytesPerSample = 2;
    private const long LongestData = uint.MaxValue - HeaderLength;

    private readonly SafeFileHandle _file;
    private readonly int _sampleRate;
    private readonly int _channels;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _buffered;
    private long _written;

    private WaveWriter(SafeFileHandle file, int sampleRate, int channels)
    {
        _file = file;
        _sampleRate = sampleRate;
        _channels = channels;
    }

    /// <summary>Creates <paramref name="path"/>, replacing what is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sampleRate">Frames per second, in hertz.</param>
    /// <param name="channels">Samples in a frame, 1 or 2.</param>
    public static WaveWriter Create(string path, int sampleRate, int channels)
    {
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        try
        {
            var writer = new WaveWriter(file, sampleRate, channels);
            writer.WriteHeader(uint.MaxValue, uint.MaxValue);
            return writer;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends a frame for each sample of <paramref name="mono"/>, the same on every channel; full scale is 1, and more is clipped.</summary>
    /// <exception cref="IOException">The disk is full, or the file would pass the 4 GiB that its header can express.</exception>
    public void Write(ReadOnlySpan<float> mono) => Append(mono, copies: _channels);

    /// <summary>Appends whole frames, their channels in turn; full scale is 1, and more is clipped.</summary>
    /// <exception cref="IOException">The disk is full, or the file would pass the 4 GiB that its header can express.</exception>
    public void WriteFrames(ReadOnlySpan<float> interleaved) => Append(interleaved, copies: 1);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (_file.IsClosed)
        {
            return ValueTask.CompletedTask;
        }

        try
        {
            Flush();
        }
        finally
        {
            try
            {
                WriteHeader((uint)(_written + HeaderLength - 8), (uint)_written);
            }
            finally
            {
                _file.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private void Append(ReadOnlySpan<float> samples, int copies)
    {
        var length = copies * BytesPerSample;
        if (_written + _buffered + ((long)samples.Length * length) > LongestData)
        {
            throw new IOException("A wave file cannot be longer than 4 GiB.");
        }

        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, (_buffer.Length - _buffered) / length);
            Encode(samples[..count], copies, _buffer.AsSpan(_buffered));
            samples = samples[count..];
            _buffered += count * length;
            if (_buffer.Length - _buffered < length)
            {
                Flush();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Encode(ReadOnlySpan<float> samples, int copies, Span<byte> target)
    {
        var encoded = MemoryMarshal.Cast<byte, short>(target);
        var position = 0;
        foreach (var sample in samples)
        {
            var value = (short)Math.Clamp(MathF.Round(sample * 32_768), short.MinValue, short.MaxValue);
            for (var copy = 0; copy < copies; copy++)
            {
                encoded[position++] = value;
            }
        }
    }

    private void Flush()
    {
        RandomAccess.Write(_file, _buffer.AsSpan(0, _buffered), HeaderLength + _written);
        _written += _buffered;
        _buffered = 0;
    }

    private void WriteHeader(uint riffLength, uint dataLength)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], riffLength);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)_channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)_sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(_sampleRate * _channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(_channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 8 * BytesPerSample);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], dataLength);
        RandomAccess.Write(_file, header, 0);
    }
}
