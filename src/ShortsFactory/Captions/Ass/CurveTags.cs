using System.Text;
using ShortsFactory.Captions.Motions;

namespace ShortsFactory.Captions.Ass;

/// <summary>Writes curves as override tags of an event that plays a part of them.</summary>
internal static class CurveTags
{
    /// <summary>Tags for a size.</summary>
    /// <param name="scale">The size as a factor, over time.</param>
    /// <param name="start">When the event begins, on the curve's clock.</param>
    /// <param name="length">How long the event lasts.</param>
    public static string Scale(Curve scale, TimeSpan start, TimeSpan length)
    {
        var tags = new StringBuilder();
        var last = (Time: TimeSpan.Zero, Size: Percent(scale.At(start)));
        if (!string.Equals(last.Size, "100", StringComparison.Ordinal))
        {
            tags.Append(Size(last.Size));
        }

        foreach (var time in scale.Times.Select(time => time - start).Where(time => time > TimeSpan.Zero))
        {
            var size = Percent(scale.At(start + time));
            if (!string.Equals(size, last.Size, StringComparison.Ordinal) && last.Time < length)
            {
                tags.Append($@"\t({AssFormat.Milliseconds(last.Time)},{AssFormat.Milliseconds(time)},{Size(size)})");
            }

            last = (time, size);
        }

        return tags.ToString();
    }

    /// <summary>Tags for an opacity that rises, stays and falls.</summary>
    public static string Fade(Curve opacity, TimeSpan start, TimeSpan length)
    {
        var (first, last) = (opacity.At(start), opacity.At(start + length));
        TimeSpan[] inside = [.. opacity.Times.Select(time => time - start).Where(time => time > TimeSpan.Zero && time < length)];
        var middle = inside.Length > 0 ? inside.Max(time => opacity.At(start + time)) : Math.Max(first, last);
        if (first == 1 && last == 1 && middle == 1)
        {
            return "";
        }

        var full = inside.Where(time => opacity.At(start + time) == middle).ToArray();
        var (rises, falls) = (full.Length > 0 ? full[0] : last > first ? length : TimeSpan.Zero, full.Length > 0 ? full[^1] : last < first ? TimeSpan.Zero : length);
        return $@"\fade({Transparency(first)},{Transparency(middle)},{Transparency(last)},0,{AssFormat.Milliseconds(rises)},{AssFormat.Milliseconds(falls)},{AssFormat.Milliseconds(length)})";
    }

    private static string Transparency(double opacity) => AssFormat.Number(Math.Round(byte.MaxValue * (1 - opacity)));

    private static string Percent(double scale) => AssFormat.Number(scale * 100);

    private static string Size(string percent) => $@"\fscx{percent}\fscy{percent}";
}
