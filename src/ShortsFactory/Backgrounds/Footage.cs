using ShortsFactory.Caching;
using ShortsFactory.Conversions;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Backgrounds;

/// <summary>Opens the user's videos and pictures for one short: each is linked and looked at once.</summary>
/// <param name="probe">Looks at files.</param>
/// <param name="ffmpeg">Prepares those that cannot be shown as they are.</param>
/// <param name="intake">Replaces pictures that ffmpeg does not read well.</param>
/// <param name="cache">Keeps what replaces them.</param>
/// <param name="choices">What may be a background, for advice.</param>
/// <param name="scope">Its directory gets the links.</param>
internal sealed class Footage(MediaProbe probe, Ffmpeg ffmpeg, FootageIntake intake, StageCache cache, string choices, ResourceScope scope)
{
    /// <summary>How much of a clip is left for the short behind a place that the seed chooses, unless the clip is too short for that.</summary>
    private static readonly TimeSpan LeftForShort = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, (MediaFile File, string Link)> _linked = new(StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">The file cannot be a background, or not from or to the moment that is asked for.</exception>
    public async Task<Background> OpenAsync(string path, BackgroundSettings settings, Seed seed, BackgroundOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            if (!_linked.TryGetValue(path, out var linked))
            {
                linked = await LinkAsync(path, cancellationToken).ConfigureAwait(false);
                _linked.Add(path, linked);
            }

            var opened = new MediaBackground(linked.File, linked.Link) { Fill = settings.Fill, Speed = settings.Speed, Motion = settings.Motion };
            return opened.Moves ? Trim(opened, settings, seed) : opened with { Speed = 1 };
        }
        catch (InvalidInputException exception)
        {
            throw origin.Locate(exception);
        }
    }

    private async Task<(MediaFile File, string Link)> LinkAsync(string path, CancellationToken cancellationToken)
    {
        var index = _linked.Count;
        if (await intake.ReplaceAsync(path, $"background-{index}-shown", scope, cache, cancellationToken).ConfigureAwait(false) is { } shown)
        {
            return (await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(shown)).ConfigureAwait(false), shown);
        }

        var link = MediaLink.Create(path, $"background-{index}", scope);
        var file = await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(link)).ConfigureAwait(false);
        return file switch
        {
            { Kind: MediaKind.Audio } => throw new InvalidInputException("it is sound alone and cannot be a background.", path) { Advice = choices },
            { Kind: MediaKind.Image } => (PhotoOrientation.Apply(file), link),
            _ when !file.CanLoop || file.Duration == TimeSpan.Zero => await RewrapAsync(file, link, index, cancellationToken).ConfigureAwait(false),
            _ => (file, link),
        };
    }

    /// <summary>Puts the pictures, as they are, into a container that ffmpeg can start over and open in the middle, and that knows how long it is.</summary>
    private async Task<(MediaFile File, string Link)> RewrapAsync(MediaFile file, string link, int index, CancellationToken cancellationToken)
    {
        var rewrapped = $"background-{index}-looped.mkv";
        await scope.RunAsync(
            ffmpeg.Convert(["-fflags", "+genpts", "-i", link, "-map", "0:v:0", "-c", "copy", "-f", "matroska", rewrapped], scope.Directory),
            cancellationToken).ConfigureAwait(false);
        var looped = await probe.ProbeAsync(scope.PathOf(rewrapped), scope, cancellationToken).ConfigureAwait(false);
        return (file with { Duration = looped.Duration }, rewrapped);
    }

    private static MediaBackground Trim(MediaBackground whole, BackgroundSettings settings, Seed seed)
    {
        Check(settings, whole.File);
        return whole with
        {
            From = settings.FromAnywhere ? Anywhere(settings.To ?? whole.File.Duration, seed, whole.File) : settings.From,
            To = settings.To,
            Loops = settings.Loops,
        };
    }

    private static void Check(BackgroundSettings settings, MediaFile file)
    {
        if (file.Duration <= TimeSpan.Zero)
        {
            return;
        }

        foreach (var (name, time) in ((string, TimeSpan?)[])[("from", settings.From), ("to", settings.To)])
        {
            if (time > file.Duration || (name is "from" && time == file.Duration))
            {
                throw new InvalidInputException($"'{name}' is {time.Value.TotalSeconds:0.###} s, but the clip is only {file.Duration.TotalSeconds:0.##} s long.", file.Path)
                {
                    Advice = "Name an earlier moment.",
                };
            }
        }
    }

    private static TimeSpan Anywhere(TimeSpan end, Seed seed, MediaFile file)
    {
        var left = end / 2 < LeftForShort ? end / 2 : LeftForShort;
        var from = (end - left) * seed.NumberFor(Path.GetFileName(file.Path));
        return TimeSpan.FromSeconds(Math.Round(from.TotalSeconds, 1));
    }
}
