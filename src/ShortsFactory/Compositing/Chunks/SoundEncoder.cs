using ShortsFactory.Audio;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Makes the delivered sound, while the pictures are made, and measures it: the packets that it measures are those of the delivered file.</summary>
internal sealed class SoundEncoder(Ffmpeg ffmpeg, ProcessorSlots slots)
{
    /// <summary>Encodes the master that lies in the scope's directory into <see cref="WorkFiles.Sound"/>; returns how loud it is when it is decoded.</summary>
    /// <exception cref="VideoBrokenException">ffmpeg ended well, but left no sound.</exception>
    public async Task<Loudness> EncodeAsync(CompositingOptions options, ResourceScope scope, CancellationToken cancellationToken)
    {
        using var slot = await slots.EnterAsync(cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Sound(options), scope.Directory), cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.DeliveredSound, scope.Directory), cancellationToken).ConfigureAwait(false);
        try
        {
            var loudness = LoudnessMeter.Measure(scope.PathOf(WorkFiles.DeliveredSound), cancellationToken);
            File.Delete(scope.PathOf(WorkFiles.DeliveredSound));
            return loudness;
        }
        catch (Exception exception) when (exception is WaveFormatException or FileNotFoundException)
        {
            throw new VideoBrokenException(Describe(exception), exception);
        }
    }

    private static string Describe(Exception exception) =>
        exception is WaveFormatException wave ? $"its sound, decoded, cannot be read: {wave.Problem}." : "it has no sound, or is not there.";
}
