using ShortsFactory.Captions.Ass;

namespace ShortsFactory.Captions.Overlays;

/// <summary>What covers what, above the layers of captions; texts take the layers from theirs on.</summary>
internal static class OverlayLayer
{
    public const int Dim = AssLayer.Gradient + 1;
    public const int Progress = Dim + 1;
    public const int ProgressBar = Progress + 1;
    public const int Text = ProgressBar + 1;
}
