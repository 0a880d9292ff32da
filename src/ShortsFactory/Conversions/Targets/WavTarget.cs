namespace ShortsFactory.Conversions.Targets;

/// <summary>Uncompressed sound of 16 bits, with the channels and the rate of its source.</summary>
internal sealed class WavTarget : ITargetFormat
{
    public string Name => "wav";

    public TargetKind Kind => TargetKind.Sound;

    public IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output) =>
        [ConversionStep.Ffmpeg([.. source.Input, .. SoundFilters.Alone, "-c:a", "pcm_s16le", "-rf64", "auto", "-f", "wav", output])];
}
