using System.Globalization;

namespace ShortsFactory;

/// <summary>Size and rate of the pictures, written as <c>1080x1920@30</c>.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="FrameRate">Frames per second.</param>
public readonly record struct PictureFormat(int Width, int Height, int FrameRate)
{
    private const int StandardRate = 30;

    private static readonly (int Width, int Height)[] Sizes = [(1080, 1920), (720, 1280), (1080, 1080), (1920, 1080)];
    private static readonly int[] Rates = [StandardRate, 60];

    /// <summary>1080x1920 at 30 frames per second, for which templates are written.</summary>
    public static PictureFormat Standard { get; } = new(1080, 1920, StandardRate);

    /// <summary>All that can be asked for, as they are written.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. from rate in Rates from size in Sizes select new PictureFormat(size.Width, size.Height, rate).ToString()];

    /// <summary>How large a length of the standard picture is here, as a factor: the shorter sides are compared.</summary>
    internal double Scale => Math.Min(Width, Height) / (double)Standard.Width;

    /// <summary>Whether the shape is that of the standard picture, so that platforms cover the same parts of it.</summary>
    internal bool IsTall => Width * Standard.Height == Height * Standard.Width;

    /// <summary>Reads a format; without a rate it has 30 frames per second.</summary>
    /// <exception cref="FormatException">It is none of <see cref="Names"/>; the message says which there are.</exception>
    public static PictureFormat Parse(string text)
    {
        var name = text.Trim().ToLowerInvariant();
        var full = name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@{StandardRate}";
        if (!Names.Contains(full, StringComparer.Ordinal))
        {
            throw new FormatException($"'{text}' is no format.{Suggestion.For(full, Names)} Write one of {string.Join(", ", Names)}.");
        }

        var parts = full.Split('x', '@');
        return new PictureFormat(Number(parts[0]), Number(parts[1]), Number(parts[2]));
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}@{FrameRate}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
