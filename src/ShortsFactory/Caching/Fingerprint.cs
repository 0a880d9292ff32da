using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace ShortsFactory.Caching;

/// <summary>Tells contents apart by SHA-256, in 64 hexadecimal digits.</summary>
internal static class Fingerprint
{
    private const int BlockLength = 1 << 17;
    private const int End = 1 << 20;
    private const int LongFile = 16 << 20;

    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Of a file's whole content.</summary>
    public static string OfFile(string path)
    {
        using var stream = Open(path);
        return OfCopy(stream, Stream.Null);
    }

    /// <summary>
    /// Of a file that may be gigabytes long and is not ours: above 16 MiB its length, the time of its last change, and its
    /// first and last MiB stand for its content.
    /// </summary>
    public static string OfLongFile(string path)
    {
        using var stream = Open(path);
        if (stream.Length <= LongFile)
        {
            return OfCopy(stream, Stream.Null);
        }

        var ends = new byte[2 * End];
        stream.ReadExactly(ends, 0, End);
        stream.Seek(-End, SeekOrigin.End);
        stream.ReadExactly(ends, End, End);
        return string.Create(CultureInfo.InvariantCulture, $"{Of(ends)} {stream.Length} {File.GetLastWriteTimeUtc(path):O}");
    }

    /// <summary>Copies <paramref name="source"/>, from where it stands to its end, and returns the fingerprint of what was copied.</summary>
    public static string OfCopy(Stream source, Stream target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            while (source.Read(block) is > 0 and var count)
            {
                hash.AppendData(block.AsSpan(0, count));
                target.Write(block.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Opens a file for reading in large blocks.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
}
