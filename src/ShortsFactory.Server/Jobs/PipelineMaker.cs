using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Jobs;

/// <summary>Makes shorts by the pipeline, in this process.</summary>
internal sealed class PipelineMaker(JobStore store, JobRequests requests, ShortPipeline pipeline, ILogger<PipelineMaker> logger) : IShortMaker
{
    public async Task<MadeShort> MakeAsync(Job job, string folder, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var order = await store.FindOrderAsync(job.Id, cancellationToken) ?? throw new OperationCanceledException("The job is gone.");
        var manifest = await pipeline.MakeAsync(requests.Of(order, job.Name, folder), progress, logger.Warned, cancellationToken);
        return new(manifest.DurationSeconds, manifest.Warnings, manifest.Stages);
    }
}
