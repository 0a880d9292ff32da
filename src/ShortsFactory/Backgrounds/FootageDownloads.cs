using ShortsFactory.Downloads;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Backgrounds;

/// <summary>Fetches the backgrounds that are addresses, side by side, each once.</summary>
internal sealed class FootageDownloads(MediaDownloads downloads)
{
    private const int BytesPerMegabyte = 1_000_000;

    /// <summary>The path of each address that is wanted; <paramref name="scope"/> holds the files.</summary>
    /// <exception cref="InvalidInputException">One is refused, or has nothing that can be used.</exception>
    public async Task<IReadOnlyDictionary<string, string>> FetchAsync(
        IEnumerable<(BackgroundOrigin Origin, BackgroundSettings Settings)> wanted,
        ResourceScope scope,
        IProgress<StageProgress>? progress,
        CancellationToken cancellationToken)
    {
        var addresses = wanted.Where(pair => WebAddress.Looks(pair.Settings.Source)).DistinctBy(pair => pair.Settings.Source, StringComparer.Ordinal).ToArray();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var fetching = addresses.Select(pair => FetchAsync(pair.Settings.Source, pair.Origin, scope, progress, both.Token)).ToArray();
        try
        {
            // One that fails ends the others: nothing will be made of them.
            await foreach (var ended in Task.WhenEach(fetching).ConfigureAwait(false))
            {
                await ended.ConfigureAwait(false);
            }
        }
        finally
        {
            await both.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(fetching)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return addresses.Zip(fetching, (pair, task) => (pair.Settings.Source, Path: task.Result)).ToDictionary(pair => pair.Source, pair => pair.Path, StringComparer.Ordinal);
    }

    /// <summary>Has what is wrong with a file that was fetched told with its address instead of its place in the cache.</summary>
    public static async Task<Background> NamedAsync(string path, BackgroundSettings settings, Func<Task<Background>> open)
    {
        try
        {
            return await open().ConfigureAwait(false);
        }
        catch (InvalidInputException exception) when (WebAddress.Looks(settings.Source))
        {
            throw new InvalidInputException(exception.Message.Replace(path, WebAddress.Redact(settings.Source), StringComparison.Ordinal), innerException: exception)
            {
                Advice = exception.Advice,
            };
        }
    }

    private async Task<string> FetchAsync(string source, BackgroundOrigin origin, ResourceScope scope, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var shown = new Relay(progress);
            return (await downloads.FetchAsync(WebAddress.Parse(source), scope, shown, again: false, cancellationToken).ConfigureAwait(false)).Path;
        }
        catch (InvalidInputException exception)
        {
            throw origin.Locate(exception);
        }
    }

    /// <summary>As the stage that the pictures are for: it waits for them.</summary>
    private sealed class Relay(IProgress<StageProgress>? progress) : IProgress<MediaProgress>
    {
        public void Report(MediaProgress value)
        {
            var share = value.Total > 0 ? value.Done / value.Total.Value : 0;
            progress?.Report(new StageProgress(
                StageName.Compositing, Math.Clamp(share, 0, 1), value.Step.Length > 0 ? value.Step : $"fetching, {value.Done / BytesPerMegabyte:0.0} MB"));
        }
    }
}
