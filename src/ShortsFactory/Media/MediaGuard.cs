namespace ShortsFactory.Media;

/// <summary>
/// What ffmpeg may read when it opens a user's file: that file and no other. Playlists and scripts of files (HLS, DASH, concat) are not among the formats, for they
/// name files and addresses that nobody has looked at.
/// </summary>
internal static class MediaGuard
{
    private static readonly string[] Containers =
    [
        "mov", "matroska", "avi", "mpegts", "mpeg", "mpegvideo", "flv", "asf", "ogg", "wav", "w64", "aiff", "au", "caf", "mp3", "aac", "flac", "ac3", "eac3", "dts", "amr", "ape", "wv", "tta",
        "gif", "apng", "webp_pipe", "h264", "hevc", "m4v", "ivf", "dv", "mxf", "nut", "rm", "yuv4mpegpipe", "obu", "voc", "mjpeg", "vc1",
    ];

    private static readonly string[] Pictures =
    [
        "image2", "png_pipe", "jpeg_pipe", "bmp_pipe", "tiff_pipe", "gif_pipe", "svg_pipe", "jpegxl_pipe", "psd_pipe", "exr_pipe", "dpx_pipe", "qoi_pipe", "pam_pipe", "ppm_pipe",
        "pgm_pipe", "pbm_pipe", "sgi_pipe", "sunrast_pipe", "pcx_pipe", "j2k_pipe", "jpegls_pipe", "dds_pipe", "xbm_pipe", "xpm_pipe",
    ];

    /// <summary>Arguments before an input.</summary>
    public static IReadOnlyList<string> Input { get; } = Only(Containers.Concat(Pictures));

    /// <summary>The same for fewer formats.</summary>
    public static IReadOnlyList<string> Only(IEnumerable<string> formats) => ["-protocol_whitelist", "file", "-format_whitelist", string.Join(',', formats)];
}
