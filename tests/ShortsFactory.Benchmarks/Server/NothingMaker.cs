using ShortsFactory.Pipeline;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Benchmarks.Server;

/// <summary>Makes nothing: what is left is what the server itself costs.</summary>
internal sealed class NothingMaker : IShortMaker
{
    public Task<MadeShort> MakeAsync(Job job, string folder, IProgress<StageProgress> progress, CancellationToken cancellationToken) =>
        Task.FromResult(new MadeShort(0, [], []));
}
