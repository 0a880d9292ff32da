namespace ShortsFactory.Resources;

/// <summary>Keeps the record of a run up to date, at changes of the stage and at most twice a second otherwise. Thread-safe.</summary>
internal sealed class RunJournal(RunDirectory directory, RunRecord first, TimeProvider timeProvider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private RunRecord _record = first;
    private long _written = timeProvider.GetTimestamp();

    public void Open() => directory.Write(_record);

    public void Describe(RunStatus status)
    {
        lock (_lock)
        {
            var sameStage = string.Equals(status.Stage, _record.Status?.Stage, StringComparison.Ordinal);
            if (sameStage && timeProvider.GetElapsedTime(_written) < Interval)
            {
                return;
            }

            _record = _record with { Status = status };
            _written = timeProvider.GetTimestamp();
            directory.Write(_record);
        }
    }
}
