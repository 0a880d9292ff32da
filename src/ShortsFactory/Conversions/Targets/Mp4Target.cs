using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;

namespace ShortsFactory.Conversions.Targets;

/// <summary>H.264 and AAC, which play everywhere. In a short's frame it is what <c>make</c> delivers: constant rate, closed groups, no edit list.</summary>
internal sealed class Mp4Target : ITargetFormat
{
    private const int UsualRate = 30;

    public string Name => "mp4";

    public IReadOnlyList<string> Aliases => ["m4v"];

    public TargetKind Kind => TargetKind.Video;

    public IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output) =>
    [
        ConversionStep.Ffmpeg(
        [
            .. MovingInput.Arguments(source, look),
            "-map", "0:v:0", "-map", "0:a:0?",
            "-vf", VideoFilters.Write(source, look),
            "-fps_mode", "vfr",
            .. new X264Encoder().Arguments(Settings(source, look)), "-threads", "0",
            .. EncoderProfile.Colors,
            "-af", Sound(look),
            "-c:a", "aac", "-profile:a", "aac_low", "-b:a", EncoderSettings.Number(look.SoundBitrate), "-ar", "48000",
            .. look.Frame is null ? ["-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-f", "mp4"] : EncoderProfile.Container,
            output,
        ]),
    ];

    private static EncoderSettings Settings(Source source, Look look) => new()
    {
        Quality = look.Quality,
        Crf = look.Crf,
        MaxBitrate = look.MaxBitrate,
        GroupLength = Math.Max(1, look.Frame?.FrameRate ?? (int)Math.Round(2 * (source.Media.FramesPerSecond is > 1 and < 240 ? source.Media.FramesPerSecond : UsualRate))),
    };

    /// <summary>Without an edit list nothing would hide the encoder's own silence, nor say that sound begins late: see <see cref="SoundEncoder.EncoderDelay"/>.</summary>
    private static string Sound(Look look) => look.Frame is null
        ? SoundFilters.Stereo
        : $"aformat=channel_layouts=stereo,aresample=48000:async=1:first_pts=0,atrim=start_sample={SoundEncoder.EncoderDelay}";
}
