namespace ShortsFactory.Pipeline;

/// <summary>Collects the warnings of a run and passes each on once; thread-safe.</summary>
internal sealed class Warnings(Action<string> show)
{
    private readonly List<string> _all = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public void Add(string warning)
    {
        lock (_lock)
        {
            if (_all.Contains(warning, StringComparer.Ordinal))
            {
                return;
            }

            _all.Add(warning);
        }

        show(warning);
    }
}
