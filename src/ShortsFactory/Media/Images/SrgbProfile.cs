using System.Buffers.Binary;
using System.Text;

namespace ShortsFactory.Media.Images;

/// <summary>
/// The colours that everything is brought to, as an ICC profile (ICC.1:2010): sRGB (IEC 61966-2-1), its primaries adapted to the
/// profile's white D50. Written here, because not every system has one.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int TagEntryLength = 12;
    private const int Fixed = 1 << 16;

    private static readonly double[] White = [0.9642, 1, 0.8249];
    private static readonly double[] Red = [0.43607, 0.22249, 0.01392];
    private static readonly double[] Green = [0.38515, 0.71687, 0.09708];
    private static readonly double[] Blue = [0.14307, 0.06061, 0.71410];

    /// <summary>gamma, a, b, c, d of the curve ((a x + b) ^ gamma from d on, c x below).</summary>
    private static readonly double[] Curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

    /// <summary>The profile.</summary>
    public static byte[] Bytes { get; } = Write();

    private static byte[] Write()
    {
        (string Signature, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Point(White)),
            ("rXYZ", Point(Red)),
            ("gXYZ", Point(Green)),
            ("bXYZ", Point(Blue)),
            ("rTRC", ParametricCurve()),
            ("gTRC", ParametricCurve()),
            ("bTRC", ParametricCurve()),
        ];
        var table = HeaderLength + sizeof(int) + (tags.Length * TagEntryLength);
        var profile = new byte[table + tags.Sum(tag => tag.Data.Length)];
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderLength), tags.Length);
        var (entry, position) = (HeaderLength + sizeof(int), table);
        foreach (var (signature, data) in tags)
        {
            Encoding.ASCII.GetBytes(signature, profile.AsSpan(entry));
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(entry + 4), position);
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(entry + 8), data.Length);
            data.CopyTo(profile, position);
            (entry, position) = (entry + TagEntryLength, position + data.Length);
        }

        WriteHeader(profile);
        return profile;
    }

    /// <summary>Version 4.3, a display's, from RGB to XYZ.</summary>
    private static void WriteHeader(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x04300000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        BinaryPrimitives.WriteInt16BigEndian(profile[24..], 2020);
        BinaryPrimitives.WriteInt16BigEndian(profile[26..], 1);
        BinaryPrimitives.WriteInt16BigEndian(profile[28..], 1);
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Numbers(White).CopyTo(profile[68..]);
    }

    /// <summary>A text in one language, padded to whole words.</summary>
    private static byte[] Text(string text)
    {
        const int Start = 28;
        var data = new byte[(Start + (2 * text.Length) + 3) / 4 * 4];
        Encoding.ASCII.GetBytes("mluc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), 2 * text.Length);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), Start);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(Start));
        return data;
    }

    private static byte[] Point(double[] values) => [.. "XYZ "u8, 0, 0, 0, 0, .. Numbers(values)];

    private static byte[] ParametricCurve() => [.. "para"u8, 0, 0, 0, 0, 0, 3, 0, 0, .. Numbers(Curve)];

    private static byte[] Numbers(double[] values)
    {
        var numbers = new byte[values.Length * sizeof(int)];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(numbers.AsSpan(index * sizeof(int)), (int)Math.Round(values[index] * Fixed));
        }

        return numbers;
    }
}
