namespace ShortsFactory.Conversions.Targets;

/// <summary>PNG, without loss: 16 bits stay 16, and what is transparent stays so.</summary>
internal sealed class PngTarget : PictureTarget
{
    public override string Name => "png";

    protected override string Coder => "PNG";

    protected override bool KeepsAlpha => true;

    protected override IReadOnlyList<string> Encode(Look look) => ["-define", "png:exclude-chunks=date,time"];
}
