using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ShortsFactory.Audio;

/// <summary>
/// Finds the format and the samples of a RIFF/WAVE or RF64 file (EBU Tech 3306). It trusts no length: whatever the header says,
/// nothing is read beyond the file's end, and nothing is allocated by it.
/// </summary>
/// <remarks>
/// A length that the file cannot hold is an error, save for those that programs write when they cannot know it: 0xFFFFFFFF
/// (ffmpeg), 0x7FFFF000 and above (espeak-ng, SoX), and 0 in a header that was never completed. Those mean: up to the end.
/// </remarks>
internal sealed class WaveHeaderParser(SafeFileHandle file, string path)
{
    private const int ChunkLimit = 1_000;
    private const uint SmallestStreamLength = 0x7FFF_F000;

    private readonly long _fileLength = RandomAccess.GetLength(file);
    private WaveFormat? _format;
    private long? _longDataLength;

    public WaveHeader Parse()
    {
        if (_fileLength == 0)
        {
            throw Unusable("it is empty");
        }

        Span<byte> start = stackalloc byte[12];
        Read(0, start, "RIFF header");
        var container = Name(start);
        if (container is not ("RIFF" or "RF64" or "BW64"))
        {
            throw Unusable(container is "RIFX" ? "it is big-endian (RIFX), which is not supported" : "it does not begin with 'RIFF'");
        }

        if (Name(start[8..]) is not "WAVE")
        {
            throw Unusable("it is a RIFF file, but not one of type WAVE");
        }

        return FindData(BinaryPrimitives.ReadUInt32LittleEndian(start[4..]), isLong: container is not "RIFF");
    }

    private WaveHeader FindData(uint riffLength, bool isLong)
    {
        Span<byte> header = stackalloc byte[8];
        var position = 12L;
        for (var chunk = 0; chunk < ChunkLimit && position + header.Length <= _fileLength; chunk++)
        {
            Read(position, header, "chunk header");
            var name = Name(header);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            var body = position + header.Length;
            if (name is "data")
            {
                return new WaveHeader
                {
                    Format = _format ?? throw Unusable("its 'data' chunk comes before its 'fmt ' chunk"),
                    DataStart = body,
                    DataLength = DataLength(body, length, riffLength, isLong),
                };
            }

            if (length > _fileLength - body)
            {
                throw Unusable($"its '{name}' chunk claims {length} bytes where {_fileLength - body} are left");
            }

            if (name is "fmt ")
            {
                _format = ReadFormat(body, length);
            }
            else if (name is "ds64" && isLong)
            {
                _longDataLength = ReadLongDataLength(body, length);
            }

            // Chunks begin at even positions: an odd length is followed by one byte of padding.
            position = body + length + (length & 1);
        }

        throw Unusable(_format is null ? "it has no 'fmt ' chunk" : "it has no 'data' chunk");
    }

    private long DataLength(long body, uint length, uint riffLength, bool isLong)
    {
        var available = _fileLength - body;
        if (isLong && length == uint.MaxValue && _longDataLength is { } longLength and not (0 or -1))
        {
            return longLength >= 0 && longLength <= available ? longLength : throw Cut((ulong)longLength, available);
        }

        // A RIFF length that ends before the data tells an unfinished header from a finished file without samples.
        var isUnfinished = length == 0 && (riffLength + 8L <= body || riffLength == uint.MaxValue);
        if (isUnfinished || (length >= SmallestStreamLength && length > available))
        {
            return available;
        }

        return length <= available ? length : throw Cut(length, available);
    }

    private long ReadLongDataLength(long body, uint length)
    {
        if (length < 28)
        {
            throw Unusable($"its 'ds64' chunk has {length} bytes instead of at least 28");
        }

        Span<byte> sizes = stackalloc byte[16];
        Read(body, sizes, "'ds64' chunk");
        return BinaryPrimitives.ReadInt64LittleEndian(sizes[8..]);
    }

    private WaveFormat ReadFormat(long body, uint length)
    {
        if (length < 16)
        {
            throw Unusable($"its 'fmt ' chunk has {length} bytes instead of at least 16");
        }

        Span<byte> format = stackalloc byte[40];
        format = format[..(int)Math.Min(length, format.Length)];
        Read(body, format, "'fmt ' chunk");
        return WaveFormatChunk.Parse(format, path);
    }

    private void Read(long position, Span<byte> buffer, string what)
    {
        if (buffer.Length > _fileLength - position || RandomAccess.Read(file, buffer, position) != buffer.Length)
        {
            throw Unusable($"it ends inside its {what}");
        }
    }

    private WaveFormatException Cut(ulong claimed, long available) =>
        Unusable($"its 'data' chunk claims {claimed} bytes where {available} are left, so it was cut off");

    private WaveFormatException Unusable(string problem) => new(path, problem);

    // Latin-1 with control characters replaced, so that a garbage name cannot garble a terminal.
    private static string Name(ReadOnlySpan<byte> bytes) =>
        string.Create(4, Encoding.Latin1.GetString(bytes[..4]), static (name, text) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                name[i] = char.IsControl(text[i]) ? '?' : text[i];
            }
        });
}
