using ShortsFactory.Captions.Ass;

namespace ShortsFactory.Captions.Overlays;

/// <summary>What covers what, above the layers of captions; texts take the layers from theirs on.</summary>
internal static class OverlayLayer
{
    public const int Progress = AssLayer.Gradient + 1;
    public const int ProgressBar = Progress + 1;
    public const int Text = Progress + 10;
    public const int Dim = Text + 10;
    public const int EndCard = Dim + 1;
}
