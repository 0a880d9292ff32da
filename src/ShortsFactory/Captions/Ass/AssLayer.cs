namespace ShortsFactory.Captions.Ass;

/// <summary>What covers what: higher layers cover lower ones.</summary>
internal static class AssLayer
{
    public const int Box = 0;
    public const int Stripe = 1;
    public const int Shadow = 2;
    public const int Mark = 3;
    public const int Glow = 4;
    public const int Text = 5;
    public const int Active = 6;
    public const int Gradient = 7;
}
