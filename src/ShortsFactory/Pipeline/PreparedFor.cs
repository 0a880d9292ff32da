using System.Runtime.CompilerServices;
using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>
/// What a stage has prepared, kept apart for each run by the scope that the run gave: one stage may serve several runs at
/// once. It goes when the scope goes. Thread-safe.
/// </summary>
internal sealed class PreparedFor<T>
    where T : class?
{
    private readonly ConditionalWeakTable<ResourceScope, T> _prepared = [];

    public void Set(StageContext context, T prepared) => _prepared.Add(context.Scope, prepared);

    /// <exception cref="InvalidOperationException">The stage was not prepared with this scope.</exception>
    public T Get(StageContext context) =>
        _prepared.TryGetValue(context.Scope, out var prepared) ? prepared : throw new InvalidOperationException("The stage was not prepared.");
}
