using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>Passes progress on, and tells it to whoever looks at the run from outside.</summary>
internal sealed class PublicProgress(Action<RunStatus> describe, ShortRequest request, IProgress<StageProgress> inner) : IProgress<StageProgress>
{
    public void Report(StageProgress value)
    {
        describe(new RunStatus
        {
            Script = request.ScriptPath,
            Output = request.OutputPath,
            Stage = value.Stage.ToString().ToLowerInvariant(),
            Percent = (int)Math.Clamp(value.Fraction * 100, 0, 100),
        });
        inner.Report(value);
    }
}
