using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Conversions.Targets;

/// <summary>JPEG; what is transparent becomes black, as in backgrounds.</summary>
internal sealed class JpgTarget : PictureTarget
{
    public override string Name => "jpg";

    public override IReadOnlyList<string> Aliases => ["jpeg"];

    public override int LongestSide => 65_500;

    protected override string Coder => "JPEG";

    protected override bool KeepsAlpha => false;

    protected override IReadOnlyList<string> Encode(Look look) =>
        ["-background", "black", "-alpha", "remove", "-alpha", "off", "-depth", "8", "-quality", EncoderSettings.Number(look.PictureQuality)];
}
