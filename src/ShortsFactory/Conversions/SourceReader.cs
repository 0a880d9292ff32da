using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Opens the user's files: told by their content, whatever they are called, each linked under a name of ours.</summary>
internal sealed class SourceReader(ImageReader images, AnimationReader animations, MediaProbe probe, Ffmpeg ffmpeg)
{
    private const string Name = "source";
    private const string Png = "source-picture.png";
    private const string AdviceOnFolders = "Name the files in it, for example with 'FOLDER/*'.";

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidInputException">It is missing, no media, broken or too large.</exception>
    public async Task<Source> OpenAsync(string path, ResourceScope scope, CancellationToken cancellationToken)
    {
        switch (FormatOf(path))
        {
            case { } format when format == ImageFormat.Webp && WebpAnimation.Read(path) is { } animation:
                var input = await animations.TakeApartAsync(path, animation, Name, scope, cancellationToken).ConfigureAwait(false);
                return Moving(path, animation, input);
            case { } format when (format == ImageFormat.Png && PngFile.IsAnimated(path)) || format == ImageFormat.Gif:
                var animated = await OpenMediaAsync(path, $"{Name}-moving{format.Extension}", scope, cancellationToken).ConfigureAwait(false);
                return animated.Media.FramesPerSecond > 0
                    ? animated with { Kind = SourceKind.Animation }
                    : Picture(await images.OpenAsync(path, format, Name, scope, cancellationToken).ConfigureAwait(false));
            case { } format:
                return Picture(await images.OpenAsync(path, format, Name, scope, cancellationToken).ConfigureAwait(false));
            default:
                return await OpenMediaAsync(path, link: null, scope, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The source as ffmpeg's filters and encoders take it: of a picture a PNG is made, upright and in sRGB.</summary>
    /// <exception cref="InvalidInputException">The picture is broken.</exception>
    public async Task<Source> ForFfmpegAsync(Source source, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (source.Kind is not SourceKind.Picture)
        {
            return source;
        }

        if (source.Image is { } image)
        {
            await images.WritePngAsync(image, Png, scope, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await scope.RunAsync(ffmpeg.Convert([.. source.Input, "-frames:v", "1", "-update", "1", "-f", "image2", Png], scope.Directory), cancellationToken).ConfigureAwait(false);
        }

        var media = await probe.ProbeAsync(source.Path, scope, cancellationToken, scope.PathOf(Png)).ConfigureAwait(false);
        return source with { Media = media, Input = ["-f", "image2", "-i", Png], Image = null };
    }

    private static ImageFormat? FormatOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidInputException("it is a folder.", path) { Advice = AdviceOnFolders };
        }

        try
        {
            return new FileInfo(path) is { Exists: true, Length: 0 }
                ? throw new InvalidInputException("it is empty.", path) { Advice = "Copy it once more from where it comes." }
                : ImageSignature.Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : $"it cannot be read: {exception.Message}", path, innerException: exception);
        }
    }

    private async Task<Source> OpenMediaAsync(string path, string? link, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (link is null)
        {
            link = MediaLink.Create(path, Name, scope);
        }
        else
        {
            File.CreateSymbolicLink(scope.PathOf(link), path);
        }

        var media = await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(link)).ConfigureAwait(false);
        images.RefuseIfTooLarge(path, new ImageInfo { Width = media.Width, Height = media.Height });
        string[] input = [.. MediaGuard.Input, .. media.Decoder is { } decoder ? ["-c:v", decoder] : (string[])[], "-i", link];
        if (media.Kind is MediaKind.Image)
        {
            // Of these, ffprobe has believed the name.
            await TrialDecoding.RunAsync(ffmpeg, [.. input, "-map", "0:v:0", "-frames:v", "1"], failure => NoPicture(path, failure), scope, cancellationToken).ConfigureAwait(false);
        }

        return new Source { Path = path, Kind = KindOf(media), Media = media, Input = input };
    }

    private static InvalidInputException NoPicture(string path, Exception? failure) =>
        new("it is no picture, whatever its name says, or it is broken.", path, innerException: failure) { Advice = "Open it in a viewer to see what it is." };

    private static SourceKind KindOf(MediaFile media) => media.Kind switch
    {
        MediaKind.Audio => SourceKind.Sound,
        MediaKind.Image => SourceKind.Picture,
        _ => SourceKind.Video,
    };

    private static Source Picture(OpenedImage image) => new()
    {
        Path = image.Path,
        Kind = SourceKind.Picture,
        Media = new MediaFile { Path = image.Path, Kind = MediaKind.Image, Width = image.Info.Width, Height = image.Info.Height, HasAlpha = image.Info.HasAlpha },
        Input = [],
        Image = image,
    };

    private static Source Moving(string path, WebpAnimation animation, IReadOnlyList<string> input)
    {
        var duration = TimeSpan.FromTicks(animation.Durations.Sum(frame => frame.Ticks));
        return new Source
        {
            Path = path,
            Kind = SourceKind.Animation,
            Media = new MediaFile
            {
                Path = path,
                Kind = MediaKind.Video,
                Duration = duration,
                Width = animation.Width,
                Height = animation.Height,
                FramesPerSecond = animation.Durations.Count / duration.TotalSeconds,
                HasAlpha = true,
            },
            Input = input,
        };
    }
}
