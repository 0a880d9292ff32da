using ShortsFactory.Pipeline.Manifests;

namespace ShortsFactory.Server.Jobs;

/// <summary>What a job's record keeps of the short that was made.</summary>
/// <param name="DurationSeconds">The length of the video, in seconds.</param>
/// <param name="Warnings">What whoever asked for it should know.</param>
/// <param name="Stages">How long each stage took.</param>
internal sealed record MadeShort(double DurationSeconds, IReadOnlyList<string> Warnings, IReadOnlyList<StageTiming> Stages);
