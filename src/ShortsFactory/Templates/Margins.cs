namespace ShortsFactory.Templates;

/// <summary>What lies around letters on each side, in pixels.</summary>
internal sealed record Margins(double Left, double Top, double Right, double Bottom);
