namespace ShortsFactory.Media.Images;

/// <summary>A picture that has been looked at and may be read.</summary>
/// <param name="Path">The user's file.</param>
/// <param name="Link">The name, made up by us, under which it is linked in the scope's directory.</param>
/// <param name="Format">What it is.</param>
/// <param name="Info">Its size and colours; of drawings (SVG) the size at which they are drawn.</param>
internal sealed record OpenedImage(string Path, string Link, ImageFormat Format, ImageInfo Info)
{
    /// <summary>Whether ImageMagick reads it; else ffmpeg does.</summary>
    public bool IsByImageMagick => Format.Coder.Length > 0;

    /// <summary>ffmpeg's input for a picture that ImageMagick does not read; drawings have no pixels of their own, and are drawn large.</summary>
    public IReadOnlyList<string> FfmpegInput =>
        [.. MediaGuard.Input, .. Format == ImageFormat.Svg ? ["-width", $"{Info.Width}"] : (string[])[], "-i", Link];
}
