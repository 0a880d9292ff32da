using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>
/// Finds the encoder that a run uses. That ffmpeg lists one means little, as the device, its driver or its permission may be missing: so
/// each is tried with a few frames. What worked is remembered for this version of ffmpeg; what did not is tried anew each time.
/// </summary>
internal sealed class EncoderChoice(IOptions<CompositingOptions> options, Ffmpeg ffmpeg)
{
    // To be raised when another trial is made.
    private const int Version = 1;

    private readonly CompositingOptions _options = options.Value;

    /// <summary>The encoder that the setting names, if it works; else the next best, of which the user is warned.</summary>
    public async Task<IVideoEncoder> ChooseAsync(StageContext context, CancellationToken cancellationToken)
    {
        foreach (var encoder in VideoEncoders.For(_options.Encoder))
        {
            // What every video depends on needs no trial: 'shorts doctor' looks for it, and its own error says more.
            if (encoder == VideoEncoders.Default || await WorksAsync(encoder, context, cancellationToken).ConfigureAwait(false))
            {
                WarnIfAnother(encoder, context);
                return encoder;
            }
        }

        WarnIfAnother(VideoEncoders.Default, context);
        return VideoEncoders.Default;
    }

    /// <summary>ffmpeg's arguments for a trial: a third of a second of the size that is delivered, and nothing is kept.</summary>
    internal static IReadOnlyList<string> Trial(IVideoEncoder encoder, CompositingOptions options)
    {
        var format = PictureFormat.Parse(options.Format);
        return
        [
            .. encoder.Device,
            "-f", "lavfi", "-i", $"testsrc2=size={format.Width}x{format.Height}:rate={format.FrameRate}",
            "-frames:v", "10",
            "-vf", encoder.Upload.Length == 0 ? "format=yuv420p" : encoder.Upload,
            .. encoder.Arguments(EncoderProfile.Settings(options, format.FrameRate, format.FrameRate)),
            .. EncoderProfile.Colors,
            .. EncoderProfile.Tag(encoder.Codec),
            "-f", "null", "-",
        ];
    }

    private async Task<bool> WorksAsync(IVideoEncoder encoder, StageContext context, CancellationToken cancellationToken)
    {
        var key = CacheKey.For("encoder", Version)
            .With("ffmpeg", await context.VersionOfAsync(ffmpeg).ConfigureAwait(false))
            .WithEach("argument", Trial(encoder, _options));
        try
        {
            await context.Cache.GetOrMakeAsync(
                key,
                [],
                () => context.Scope.RunAsync(ffmpeg.Try(Trial(encoder, _options), context.Scope.Directory), cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is ProcessFailedException or ProcessTimedOutException)
        {
            return false;
        }
    }

    private void WarnIfAnother(IVideoEncoder encoder, StageContext context)
    {
        if (string.Equals(_options.Encoder, VideoEncoders.Auto, StringComparison.OrdinalIgnoreCase))
        {
            if (!encoder.IsHardware)
            {
                context.Warn($"No graphics device here encodes H.264, so {encoder.Name} made the video.");
            }
        }
        else if (!string.Equals(encoder.Name, _options.Encoder, StringComparison.OrdinalIgnoreCase))
        {
            context.Warn($"The encoder {_options.Encoder} does not work here, so {encoder.Name} made the video. See what 'ffmpeg -c:v {_options.Encoder}' says.");
        }
    }
}
