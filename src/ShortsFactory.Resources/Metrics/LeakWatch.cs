using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources;

/// <summary>Reports a scope that was never released, which only the garbage collector finds out.</summary>
internal sealed class LeakWatch(ResourceScope scope, ILogger logger, string openedAt)
{
#pragma warning disable MA0055 // That nobody disposed of it is the very thing to be noticed; nothing is freed here.
    ~LeakWatch()
#pragma warning restore MA0055
    {
        try
        {
            var owned = scope.OwnedNow();
            ResourceMeter.CountLeaked(ResourceKind.Scope);
            foreach (var resource in owned.Where(resource => resource.Kind != ResourceKind.Scope))
            {
                ResourceMeter.CountLeaked(resource.Kind);
            }

            logger.ScopeLeaked(scope.Name, openedAt, string.Join(", ", owned.Select(resource => $"{resource.Label} ({resource.OpenedAt})")));
        }
        catch (Exception)
        {
            // A finalizer that throws ends the process, and a log that is closed already is no reason for that.
        }
    }

    public void Disarm() => GC.SuppressFinalize(this);
}
