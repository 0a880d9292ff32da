using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Audio;

/// <summary>The audio stage with what it needs, prepared and run as the pipeline does it.</summary>
internal static class AudioStages
{
    public static async Task<Short> RunAsync(Short draft, StageContext context, AudioOptions? options = null, CancellationToken cancellationToken = default)
    {
        var ffmpeg = new Ffmpeg(Options.Create(new MediaOptions()));
        var settings = Options.Create(options ?? new AudioOptions());
        var finder = new AccompanimentFinder(new SoundFinder(new MediaProbe(ffmpeg), ffmpeg), settings);
        var stage = new AudioStage(settings, finder, new AccompanimentMixer(ffmpeg, settings), ffmpeg);
        await stage.PrepareAsync(draft, context, cancellationToken);
        return await stage.RunAsync(draft, context, cancellationToken);
    }
}
