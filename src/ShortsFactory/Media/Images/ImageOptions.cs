using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Media.Images;

/// <summary>Which ImageMagick reads pictures, and how much it may use up. Configuration section <c>Images</c>.</summary>
public sealed class ImageOptions
{
    /// <summary>The ImageMagick program: a name or a path; empty (the default) takes <c>magick</c>, <c>convert-im6</c> or <c>convert</c>, whichever is ImageMagick.</summary>
    public string ImageMagick { get; set; } = "";

    /// <summary>The largest picture that is read, in pixels, 1,000,000 to 1,000,000,000; 80,000,000 by default.</summary>
    [Range(1_000_000, 1_000_000_000)]
    public int PixelLimit { get; set; } = 80_000_000;

    /// <summary>The most pixels that all pictures of a moving WebP may have together, 1,000,000 to 2,000,000,000; 400,000,000 by default.</summary>
    [Range(1_000_000, 2_000_000_000)]
    public int AnimationPixelLimit { get; set; } = 400_000_000;

    /// <summary>The memory that reading a picture may take, in bytes, 64 MiB to 1 TiB; 2 GiB by default. Half of it holds pixels; more of these go to the disk.</summary>
    [Range(typeof(long), "67108864", "1099511627776")]
    public long MemoryLimit { get; set; } = 2L << 30;

    /// <summary>The pixels that may go to the disk, in bytes, 0 to 1 TiB; 4 GiB by default.</summary>
    [Range(typeof(long), "0", "1099511627776")]
    public long DiskLimit { get; set; } = 4L << 30;

    /// <summary>How long the work on one picture may take; 5 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "02:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(5);
}
