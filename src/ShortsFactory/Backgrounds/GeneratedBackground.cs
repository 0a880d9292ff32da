namespace ShortsFactory.Backgrounds;

/// <summary>A preset of moving light, made while the video is encoded.</summary>
/// <param name="Preset">Which one.</param>
internal sealed record GeneratedBackground(GeneratedPreset Preset) : Background;
