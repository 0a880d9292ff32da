namespace ShortsFactory.Conversions.Targets;

/// <summary>What the files of a format hold.</summary>
internal enum TargetKind
{
    Video,
    Sound,
    Picture,
}
