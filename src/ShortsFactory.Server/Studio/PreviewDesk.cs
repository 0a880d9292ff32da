using ShortsFactory.Pipeline;
using ShortsFactory.Previews;
using ShortsFactory.Resources;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Studio;

/// <summary>Renders previews, a few at once, so that they never take the machine from the jobs. Thread-safe.</summary>
internal sealed class PreviewDesk(IServiceProvider services, JobRequests requests, ResourceScopes scopes) : IDisposable
{
    private const int AtOnce = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>Renders a moment.</summary>
    /// <param name="submission">The short.</param>
    /// <param name="at">The moment; <see langword="null"/> takes the cover's.</param>
    /// <param name="cancellationToken">Stops it, and the programs that it runs.</param>
    /// <returns>The picture; <see langword="null"/> if too many are being rendered.</returns>
    /// <exception cref="InvalidInputException">The script, something that it names, or the moment cannot be used.</exception>
    public async Task<PreviewPicture?> RenderAsync(JobSubmission submission, TimeSpan? at, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(Patience, cancellationToken))
        {
            return null;
        }

        try
        {
            var scope = scopes.Open("preview");
            await using (scope)
            {
                var request = new PreviewRequest
                {
                    Short = requests.Of(JobService.Filled(submission), submission.Name ?? "script", scope.Directory),
                    PicturePath = scope.PathOf("preview.png"),
                    At = at,
                };
                var result = await services.GetRequiredService<ShortPreview>().RenderAsync(request, new Progress<StageProgress>(), _ => { }, cancellationToken);
                return new PreviewPicture(await File.ReadAllBytesAsync(result.Path, cancellationToken), result.At, result.Duration);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
