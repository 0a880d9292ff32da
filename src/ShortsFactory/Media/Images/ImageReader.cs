using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media.Images;

/// <summary>Reads the user's pictures: tells what they are, refuses those that are too large, and makes PNGs of what ffmpeg cannot read or reads wrongly. Thread-safe.</summary>
internal sealed class ImageReader(ImageMagick magick, Ffmpeg ffmpeg, MediaProbe probe, IOptions<ImageOptions> options)
{
    private const double Million = 1e6;

    /// <summary>The shorter side at which drawings are drawn, in pixels: a short's.</summary>
    private const int DrawnSide = 1080;

    /// <summary>The longer side of a drawing at most, in pixels.</summary>
    private const int LongestDrawn = 8192;

    private readonly ImageOptions _options = options.Value;

    /// <summary>Looks at a picture. Its link in the scope's directory gets the extension of what it is, whatever it is called.</summary>
    /// <param name="path">The user's file.</param>
    /// <param name="format">What its first bytes say.</param>
    /// <param name="name">The link's name, without extension.</param>
    /// <param name="scope">Owns the link.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidInputException">It is broken or too large.</exception>
    public async Task<OpenedImage> OpenAsync(string path, ImageFormat format, string name, ResourceScope scope, CancellationToken cancellationToken)
    {
        var link = name + format.Extension;
        File.CreateSymbolicLink(scope.PathOf(link), path);
        var info = format.Coder.Length > 0
            ? await LookAsync(path, format, link, scope, cancellationToken).ConfigureAwait(false)
            : await ProbeAsync(path, format, link, scope, cancellationToken).ConfigureAwait(false);
        RefuseIfTooLarge(path, info);
        var image = new OpenedImage(path, link, format, info);
        if (format.IsHeif && info.HasProfile)
        {
            await RunAsync(image, ImageArguments.TakeProfile(format, link), scope, cancellationToken).ConfigureAwait(false);
        }

        return image;
    }

    /// <summary>Writes the picture as a PNG into the scope's directory: upright, in sRGB, nothing else in it.</summary>
    /// <exception cref="InvalidInputException">It is broken.</exception>
    public async Task WritePngAsync(OpenedImage image, string output, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (image.IsByImageMagick)
        {
            string[] arguments = [.. ImageArguments.Read(image.Format, image.Info, image.Link), .. ImageArguments.WritePng(image.Info, output)];
            await RunAsync(image, arguments, scope, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            string[] arguments = [.. image.FfmpegInput, "-frames:v", "1", "-update", "1", "-c:v", "png", "-f", "image2", output];
            await scope.RunAsync(ffmpeg.Try(arguments, scope.Directory), cancellationToken).ConfigureAwait(false);
        }
        catch (ProcessFailedException exception)
        {
            throw ImageFault.Unreadable(image.Path, image.Format, exception.StandardErrorTail, exception);
        }
    }

    /// <summary>Runs ImageMagick over a picture.</summary>
    /// <exception cref="InvalidInputException">It is broken, or takes more than the limits allow.</exception>
    public async Task RunAsync(OpenedImage image, IReadOnlyList<string> arguments, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var result = await magick.RunAsync(arguments, scope, cancellationToken).ConfigureAwait(false);
            if (ImageFault.SaysIncomplete(result.StandardErrorTail))
            {
                throw ImageFault.Unreadable(image.Path, image.Format, result.StandardErrorTail, innerException: null);
            }
        }
        catch (ProcessFailedException exception) when (!exception.DiskWasFull)
        {
            throw ImageFault.Of(image.Path, image.Format, exception);
        }
    }

    private async Task<ImageInfo> LookAsync(string path, ImageFormat format, string link, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var result = await magick.RunAsync(ImageArguments.Look(format, link), scope, cancellationToken).ConfigureAwait(false);
            return ImageInfo.Parse(result.StandardOutput, format) ?? throw ImageFault.Unreadable(path, format, result.StandardErrorTail, innerException: null);
        }
        catch (ProcessFailedException exception)
        {
            throw ImageFault.Of(path, format, exception);
        }
    }

    private async Task<ImageInfo> ProbeAsync(string path, ImageFormat format, string link, ResourceScope scope, CancellationToken cancellationToken)
    {
        var file = await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(link)).ConfigureAwait(false);
        if (file.Width <= 0 || file.Height <= 0)
        {
            throw ImageFault.Unreadable(path, format, "it cannot be drawn, or has no size", innerException: null);
        }

        var scale = format == ImageFormat.Svg
            ? Math.Min((double)DrawnSide / Math.Min(file.Width, file.Height), (double)LongestDrawn / Math.Max(file.Width, file.Height))
            : 1;
        return new ImageInfo
        {
            Width = Math.Max(1, (int)Math.Round(scale * file.Width)),
            Height = Math.Max(1, (int)Math.Round(scale * file.Height)),
            HasAlpha = file.HasAlpha,
        };
    }

    /// <summary>Refuses a picture that is larger than the limit.</summary>
    /// <exception cref="InvalidInputException">It is.</exception>
    public void RefuseIfTooLarge(string path, ImageInfo info)
    {
        if (info.Pixels > _options.PixelLimit)
        {
            throw new InvalidInputException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is {info.Width}x{info.Height} pixels ({info.Pixels / Million:0.#} megapixels), and pictures may have {_options.PixelLimit / Million:0.#} (Images:PixelLimit)."),
                path)
            {
                Advice = "Scale it down, or raise the limit with --set Images:PixelLimit=NUMBER if the machine has the memory: 8 bytes for each pixel.",
            };
        }
    }
}
