using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>
/// Writes pictures that follow each other as one animated PNG (PNG specification, third edition, section 11.3.6). Unlike a
/// list of files it has a clock of its own, exact to the hundredth of a second.
/// </summary>
internal static class AnimatedPng
{
    private const int ClockRate = 100;

    /// <summary>The animation of <paramref name="frames"/>, the first of which covers all of it; what a frame does not cover stays.</summary>
    public static byte[] Write(SKSizeI size, IReadOnlyList<AnimationFrame> frames)
    {
        var parts = frames.SelectMany(frame => Split(frame.Length).Select(delay => (Frame: frame, Delay: delay))).ToArray();
        using var stream = new MemoryStream();
        stream.Write(PngChunks.Signature);
        PngChunks.Write(stream, "IHDR", [.. PngChunks.Number(size.Width), .. PngChunks.Number(size.Height), .. Header(parts[0].Frame)[8..]]);
        PngChunks.Write(stream, "acTL", [.. PngChunks.Number(parts.Length), .. PngChunks.Number(1)]);
        var sequence = 0;
        foreach (var (index, (frame, delay)) in parts.Index())
        {
            // Size, offset, the delay as a fraction; the pixels stay until others replace them.
            byte[] place = [.. Header(frame)[..8], .. PngChunks.Number(frame.Offset.X), .. PngChunks.Number(frame.Offset.Y)];
            PngChunks.Write(stream, "fcTL", [.. PngChunks.Number(sequence++), .. place, .. Short(delay), .. Short(ClockRate), 0, 0]);
            foreach (var data in Data(frame.Png, "IDAT"))
            {
                PngChunks.Write(stream, index == 0 ? "IDAT" : "fdAT", index == 0 ? data : [.. PngChunks.Number(sequence++), .. data]);
            }
        }

        PngChunks.Write(stream, "IEND", []);
        return stream.ToArray();
    }

    private static byte[] Header(AnimationFrame frame) => Data(frame.Png, "IHDR").Single();

    /// <summary>A delay has 16 bits, and ffmpeg wonders at a frame of more than a minute: longer times are cut.</summary>
    private static IEnumerable<int> Split(TimeSpan length)
    {
        const int longest = 30 * ClockRate;
        for (var left = (int)Math.Round(length.TotalSeconds * ClockRate); left > 0; left -= longest)
        {
            yield return Math.Min(left, longest);
        }
    }

    private static IEnumerable<byte[]> Data(byte[] png, string type) =>
        PngChunks.Read(png).Where(chunk => string.Equals(chunk.Type, type, StringComparison.Ordinal)).Select(chunk => chunk.Data);

    private static byte[] Short(int value) => PngChunks.Number(value)[2..];
}
