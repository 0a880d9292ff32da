namespace ShortsFactory.Templates.Overlays;

/// <summary>What is laid over the picture besides captions.</summary>
internal sealed record OverlayStyles
{
    public required HookStyle Hook { get; init; }

    public required ProgressStyle Progress { get; init; }

    public required WatermarkStyle Watermark { get; init; }

    public required EndCardStyle EndCard { get; init; }
}
