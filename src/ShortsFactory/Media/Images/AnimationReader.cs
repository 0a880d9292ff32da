using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media.Images;

/// <summary>Takes moving WebPs apart, which ffmpeg does not read: a PNG for each picture, and a list that says how long each is shown. Thread-safe.</summary>
internal sealed class AnimationReader(ImageMagick magick, IOptions<ImageOptions> options)
{
    private const double Million = 1e6;

    private readonly ImageOptions _options = options.Value;

    /// <summary>Writes pictures and list into the scope's directory; returns ffmpeg's arguments that read them.</summary>
    /// <exception cref="InvalidInputException">It is broken or too large.</exception>
    public async Task<IReadOnlyList<string>> TakeApartAsync(
        string path, WebpAnimation animation, string name, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (animation.Pixels > _options.AnimationPixelLimit)
        {
            throw new InvalidInputException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is {animation.Durations.Count} pictures of {animation.Width}x{animation.Height} pixels ({animation.Pixels / Million:0.#} megapixels), and moving WebPs may have "
                    + $"{_options.AnimationPixelLimit / Million:0.#} (Images:AnimationPixelLimit)."),
                path)
            {
                Advice = "Shorten it or scale it down, or raise the limit with --set Images:AnimationPixelLimit=NUMBER.",
            };
        }

        var link = $"{name}{ImageFormat.Webp.Extension}";
        File.CreateSymbolicLink(scope.PathOf(link), path);
        try
        {
            var result = await magick.RunAsync(ImageArguments.Frames(link, $"{name}-%06d.png"), scope, cancellationToken).ConfigureAwait(false);
            if (ImageFault.SaysIncomplete(result.StandardErrorTail) || !File.Exists(scope.PathOf(FrameOf(name, animation.Durations.Count - 1))))
            {
                throw ImageFault.Unreadable(path, ImageFormat.Webp, result.StandardErrorTail, innerException: null);
            }
        }
        catch (ProcessFailedException exception) when (!exception.DiskWasFull)
        {
            throw ImageFault.Of(path, ImageFormat.Webp, exception);
        }

        var list = $"{name}.ffconcat";
        await File.WriteAllTextAsync(scope.PathOf(list), List(name, animation.Durations), cancellationToken).ConfigureAwait(false);
        return ["-f", "concat", "-safe", "0", "-i", list];
    }

    /// <summary>
    /// The list, for ffmpeg's demuxer "concat", on a clock of milliseconds. It forgets how long the last picture is shown, so that one stands there twice.
    /// </summary>
    internal static string List(string name, IReadOnlyList<TimeSpan> durations)
    {
        var list = new StringBuilder("ffconcat version 1.0\n");
        foreach (var (index, duration) in durations.Index())
        {
            list.Append(CultureInfo.InvariantCulture, $"file {FrameOf(name, index)}\noption framerate 1000\nduration {FfmpegTime.Seconds(duration)}\n");
        }

        return list.Append(CultureInfo.InvariantCulture, $"file {FrameOf(name, durations.Count - 1)}\noption framerate 1000\n").ToString();
    }

    private static string FrameOf(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}-{index:D6}.png");
}
