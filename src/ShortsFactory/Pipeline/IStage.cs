namespace ShortsFactory.Pipeline;

/// <summary>One step of the pipeline. A stage knows the records of earlier stages, never their classes.</summary>
public interface IStage
{
    /// <summary>Which step this is.</summary>
    StageName Name { get; }

    /// <summary>
    /// Called when the run begins, while earlier stages have not run yet: starts what takes time and needs only the script,
    /// and refuses early what cannot work. What it opens belongs to the same scope that <see cref="RunAsync"/> gets.
    /// </summary>
    Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Does the step and returns <paramref name="draft"/> with the stage's one property set.
    /// Everything that it opens belongs to <see cref="StageContext.Scope"/>, which is released when it returns or throws;
    /// files that later stages need are moved out with <c>Scope.Promote</c>.
    /// </summary>
    Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken);

    /// <summary>Foresees what the step writes for a short of this length, so that a disk that is too small is found out before the work.</summary>
    DiskNeed EstimateDisk(TimeSpan duration) => default;
}
