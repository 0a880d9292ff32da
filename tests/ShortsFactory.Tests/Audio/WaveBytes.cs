using System.Text;

namespace ShortsFactory.Tests.Audio;

/// <summary>Builds wave files byte by byte, honest or not.</summary>
internal static class WaveBytes
{
    public static byte[] File(params byte[][] chunks)
    {
        byte[] body = [.. Encoding.Latin1.GetBytes("WAVE"), .. chunks.SelectMany(chunk => chunk)];
        return Chunk("RIFF", body);
    }

    public static byte[] Chunk(string name, byte[] body, uint? claimedLength = null) =>
    [
        .. Encoding.Latin1.GetBytes(name),
        .. BitConverter.GetBytes(claimedLength ?? (uint)body.Length),
        .. body,
        .. new byte[claimedLength is null ? body.Length % 2 : 0],
    ];

    public static byte[] Format(int tag = 1, int channels = 1, int rate = 16_000, int bits = 16, int? blockAlign = null)
    {
        var align = blockAlign ?? channels * bits / 8;
        return Chunk(
            "fmt ",
            [
                .. BitConverter.GetBytes((ushort)tag), .. BitConverter.GetBytes((ushort)channels), .. BitConverter.GetBytes(rate),
                .. BitConverter.GetBytes(rate * align), .. BitConverter.GetBytes((ushort)align), .. BitConverter.GetBytes((ushort)bits),
            ]);
    }

    public static byte[] Data(params short[] samples) => Chunk("data", [.. samples.SelectMany(BitConverter.GetBytes)]);
}
