using ShortsFactory.Caching;
using ShortsFactory.Conversions.Targets;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Brings pictures that ffmpeg cannot read, or reads wrongly, into shape before they become a background; results are kept.</summary>
internal sealed class FootageIntake(SourceReader reader, ImageMagick magick, Ffmpeg ffmpeg)
{
    // To be raised when the same file comes to give another one.
    private const int Version = 1;

    private static readonly ImageFormat[] Unusual = [ImageFormat.Heic, ImageFormat.Avif, ImageFormat.Psd, ImageFormat.Svg, ImageFormat.Tiff, ImageFormat.Icon, ImageFormat.Jpeg2000, ImageFormat.Jpeg2000Stream];

    /// <summary>The name, in the scope's directory, of what is to be shown in a file's place; <see langword="null"/> for a file that is shown as it is.</summary>
    /// <param name="path">The user's file.</param>
    /// <param name="name">The name without extension.</param>
    /// <param name="scope">Owns the file.</param>
    /// <param name="cache">Keeps it for other runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidInputException">It is broken or too large.</exception>
    public async Task<string?> ReplaceAsync(string path, string name, ResourceScope scope, StageCache cache, CancellationToken cancellationToken)
    {
        var isAnimation = false;
        try
        {
            var format = ImageSignature.Read(path);
            isAnimation = format == ImageFormat.Webp && WebpAnimation.Read(path) is not null;
            if (!isAnimation && !Unusual.Contains(format) && (format != ImageFormat.Jpeg || !JpegFile.IsCmyk(path)))
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it for the video says what is wrong.
            return null;
        }

        var shown = $"{name}{(isAnimation ? ".mp4" : ".png")}";
        var (_, version) = await magick.FindAsync(scope, cancellationToken).ConfigureAwait(false);
        var key = CacheKey.For("footage", Version).With("imagemagick", version).WithFile("file", path);
        await cache.GetOrMakeAsync(key, [scope.PathOf(shown)], () => MakeAsync(path, shown, scope, cancellationToken), cancellationToken).ConfigureAwait(false);
        return shown;
    }

    private async Task MakeAsync(string path, string shown, ResourceScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Open("footage");
        await using (work.ConfigureAwait(false))
        {
            var source = await reader.OpenAsync(path, work, cancellationToken).ConfigureAwait(false);
            if (source.Kind is SourceKind.Picture)
            {
                source = await reader.ForFfmpegAsync(source, work, cancellationToken).ConfigureAwait(false);
                File.Move(work.PathOf(source.Input[^1]), scope.PathOf(shown));
                return;
            }

            foreach (var step in new Mp4Target().Steps(source, new Look(), shown))
            {
                await work.RunAsync(ffmpeg.Convert(step.Arguments, work.Directory), cancellationToken).ConfigureAwait(false);
            }

            File.Move(work.PathOf(shown), scope.PathOf(shown));
        }
    }
}
