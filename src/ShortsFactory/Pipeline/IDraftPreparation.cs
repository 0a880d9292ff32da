namespace ShortsFactory.Pipeline;

/// <summary>Completes a draft before any stage sees it, where the script alone does not say what there is to make.</summary>
public interface IDraftPreparation
{
    /// <summary>Returns the draft completed, or as it is. What must outlive the context's scope is moved out with <c>Scope.Promote</c>.</summary>
    Task<Short> PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken);
}
