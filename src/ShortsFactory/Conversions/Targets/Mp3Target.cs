namespace ShortsFactory.Conversions.Targets;

/// <summary>MP3 of a variable rate, about 190 kbit/s in stereo.</summary>
internal sealed class Mp3Target : ITargetFormat
{
    public string Name => "mp3";

    public TargetKind Kind => TargetKind.Sound;

    public IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output) =>
        [ConversionStep.Ffmpeg([.. source.Input, .. SoundFilters.Alone, "-af", SoundFilters.Stereo, "-c:a", "libmp3lame", "-q:a", "2", "-f", "mp3", output])];
}
