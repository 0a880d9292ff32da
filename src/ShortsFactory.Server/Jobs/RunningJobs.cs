using System.Collections.Concurrent;

namespace ShortsFactory.Server.Jobs;

/// <summary>The jobs that this process makes. Thread-safe.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<string, AttemptWatch> _attempts = new(StringComparer.Ordinal);

    public int Count => _attempts.Count;

    public void Add(string id, AttemptWatch attempt) => _attempts[id] = attempt;

    public void Remove(string id) => _attempts.TryRemove(id, out _);

    /// <summary>Stops a job at once, if it is made here; elsewhere its worker finds the request by itself.</summary>
    public void Cancel(string id)
    {
        if (_attempts.TryGetValue(id, out var attempt))
        {
            attempt.Cancel();
        }
    }
}
