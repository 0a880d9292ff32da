using System.Diagnostics.Metrics;
using ShortsFactory.Pipeline.Manifests;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Metrics;

/// <summary>What is counted of jobs, for whoever watches the server: how many wait, how long stages take, how jobs end. Thread-safe.</summary>
internal sealed class JobMeter : IDisposable
{
    public const string Name = "ShortsFactory.Server";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _jobs;

    public JobMeter()
    {
        _ended = _meter.CreateCounter<long>("jobs.ended", description: "Jobs that ended here, by state and by the kind of failure");
        _stages = _meter.CreateHistogram<double>("stages.duration", "s", "How long each stage took");
        _jobs = _meter.CreateHistogram<double>("jobs.duration", "s", "How long jobs took from their beginning to their end");
        _meter.CreateObservableGauge("jobs.current", Observe, description: "Jobs in each state, on all machines");
    }

    /// <summary>How many jobs there are, as far as is known.</summary>
    public JobCounts Counts { get; set; } = new(0, 0, 0, 0, 0);

    public void StagesTook(IEnumerable<StageTiming> timings)
    {
        foreach (var timing in timings)
        {
            _stages.Record(timing.Seconds, new KeyValuePair<string, object?>("stage", EnumName.Of(timing.Name)));
        }
    }

    public void Ended(Job job)
    {
        _ended.Add(1, new("state", EnumName.Of(job.State)), new("failure", job.FailureKind is { } kind ? EnumName.Of(kind) : "none"));
        if (job is { StartedAt: { } started, EndedAt: { } ended })
        {
            _jobs.Record((ended - started).TotalSeconds, new KeyValuePair<string, object?>("state", EnumName.Of(job.State)));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Observe()
    {
        var counts = Counts;
        return
        [
            Of(JobState.Queued, counts.Queued), Of(JobState.Running, counts.Running), Of(JobState.Done, counts.Done),
            Of(JobState.Failed, counts.Failed), Of(JobState.Cancelled, counts.Cancelled),
        ];
    }

    private static Measurement<int> Of(JobState state, int count) => new(count, new KeyValuePair<string, object?>("state", EnumName.Of(state)));
}
