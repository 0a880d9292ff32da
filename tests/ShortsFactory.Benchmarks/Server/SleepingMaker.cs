using ShortsFactory.Pipeline;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Benchmarks.Server;

/// <summary>Takes as long as shorts take, mostly 10 to 30 s, without the work: what is left is how the queue behaves.</summary>
internal sealed class SleepingMaker : IShortMaker
{
    public static readonly TimeSpan Mean = TimeSpan.FromSeconds(20);

    public async Task<MadeShort> MakeAsync(Job job, string folder, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var random = new Random(string.GetHashCode(job.Id, StringComparison.Ordinal));
        var length = Mean * (0.5 + random.NextDouble());
        for (var tenth = 0; tenth < 10; tenth++)
        {
            progress.Report(new StageProgress(StageName.Compositing, tenth / 10.0));
            await Task.Delay(length / 10, cancellationToken);
        }

        return new(0, [], []);
    }
}
