using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Caching;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>
/// Builds a video from its plan: chunks and sound are made side by side, or taken from an earlier run, the cover as soon as its chunk is there,
/// and in the end all are put into one file as they are.
/// </summary>
internal sealed class VideoBuilder(
    IOptions<CompositingOptions> options, Ffmpeg ffmpeg, ChunkEncoder pictures, SoundEncoder sounds, StillRenderer stills, VideoMeter meter, TimeProvider timeProvider)
{
    private readonly CompositingOptions _options = options.Value;

    /// <summary>Builds it in the context's scope.</summary>
    /// <exception cref="VideoBrokenException">ffmpeg ended well, but did not make what it was told.</exception>
    public async Task<Video> BuildAsync(VideoPlan plan, StageContext context, CancellationToken cancellationToken)
    {
        var version = await context.VersionOfAsync(ffmpeg).ConfigureAwait(false);
        var chunks = Chunk.Of(plan.Composition, plan.Spans, plan.Files.Captions, plan.Files.Emoji, plan.Encoder, _options);
        CacheKey[] keys = [.. chunks.Select(chunk => ChunkKey.For(version, chunk, plan.Files))];
        var coverChunk = chunks.Index().First(chunk => plan.Composition.CoverFrame < chunk.Item.Span.End).Index;
        var job = new Job
        {
            Plan = plan,
            Context = context,
            Chunks = chunks,
            Keys = keys,
            SoundKey = SoundEncoder.KeyFor(version, plan.Soundtrack, _options.AudioBitrate),
            CoverChunk = coverChunk,
            CoverArguments = FfmpegArguments.Cover(plan.Composition, plan.Composition.CoverFrame - chunks[coverChunk].Span.Start),
        };
        string[] paths = [context.Scope.PathOf(WorkFiles.Video), context.Scope.PathOf(WorkFiles.Cover)];
        var video = await context.Cache.GetOrMakeAsync(
            VideoKey.For(version, keys, job.SoundKey, plan.Encoder.Codec, coverChunk, plan.Files.CoverTitle is { } title ? [StillRenderer.CoverOf(plan.Composition).Graph(), title] : job.CoverArguments),
            paths,
            VideoJson.Default.Video,
            () => MakeAsync(job, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return video with { Path = paths[0], CoverPath = paths[1] };
    }

    private async Task<Video> MakeAsync(Job job, CancellationToken cancellationToken)
    {
        var (scope, cache) = (job.Context.Scope, job.Context.Cache);
        var progress = new PictureProgress(job.Plan.Composition.Span.Length, job.Context.Progress, timeProvider);
        var missing = await TakeChunksAsync(job, progress, cancellationToken).ConfigureAwait(false);
        EncodedSound? sound = null;
        var soundScope = scope.Open("sound");
        await using (soundScope.ConfigureAwait(false))
        {
            Func<CancellationToken, Task>[] parts =
            [
                async token => sound = await cache.GetOrMakeAsync(
                    job.SoundKey,
                    [soundScope.PathOf(EncodedSound.FileName)],
                    EncodedSoundJson.Default.EncodedSound,
                    () => EncodeAsync(job.Plan.Soundtrack, soundScope, token),
                    token).ConfigureAwait(false),
                .. missing.Any(chunk => chunk.Span == job.Chunks[job.CoverChunk].Span) ? Array.Empty<Func<CancellationToken, Task>>() : [token => TakeCoverAsync(job, token)],
                .. ChunkGroups.Of(missing, job.Plan.Composition.FrameRate, Environment.ProcessorCount)
                    .Select(group => (Func<CancellationToken, Task>)(token => MakeChunksAsync(job, group, progress, token))),
            ];
            // One more than there are processors, so that none waits while a result is written down.
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(parts, parallel, (part, token) => new ValueTask(part(token))).ConfigureAwait(false);
            soundScope.Promote(soundScope.PathOf(EncodedSound.FileName));
        }

        await JoinAsync(job, cancellationToken).ConfigureAwait(false);
        return await meter.MeasureAsync(job.Plan.Composition, sound!.Loudness, scope, cancellationToken).ConfigureAwait(false);
    }

    private async Task<EncodedSound> EncodeAsync(Soundtrack soundtrack, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await sounds.EncodeAsync(soundtrack, _options.AudioBitrate, scope, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WaveFormatException or FileNotFoundException)
        {
            throw new VideoBrokenException(Describe(exception), exception);
        }
    }

    private static string Describe(Exception exception) =>
        exception is WaveFormatException wave ? $"its sound, decoded, cannot be read: {wave.Problem}." : "it has no sound, or is not there.";

    /// <summary>Takes what earlier runs have made, and tells what they have not.</summary>
    private async Task<IReadOnlyList<Chunk>> TakeChunksAsync(Job job, PictureProgress progress, CancellationToken cancellationToken)
    {
        var missing = new ConcurrentBag<Chunk>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(job.Chunks.Index(), parallel, async (chunk, token) =>
        {
            if (await job.Context.Cache.TakeAsync(job.Keys[chunk.Index], [job.PathOf(chunk.Index)], token).ConfigureAwait(false))
            {
                progress.Finish(chunk.Item.Span);
            }
            else
            {
                missing.Add(chunk.Item);
            }
        }).ConfigureAwait(false);
        return [.. missing];
    }

    private async Task MakeChunksAsync(Job job, IReadOnlyList<Chunk> chunks, PictureProgress progress, CancellationToken cancellationToken)
    {
        int[] numbers = [.. chunks.Select(job.IndexOf)];
        await pictures.EncodeAsync(
            ChunkGroup.Of(job.Plan.Composition, chunks, job.Plan.Encoder, _options),
            job.Plan.Files,
            [.. numbers.Select(job.PathOf)],
            job.Context.Scope,
            (chunk, made) => progress.Report(chunk.Span, made),
            cancellationToken).ConfigureAwait(false);
        foreach (var number in numbers)
        {
            await job.Context.Cache.KeepAsync(job.Keys[number], [job.PathOf(number)], cancellationToken).ConfigureAwait(false);
            progress.Finish(job.Chunks[number].Span);
            if (number == job.CoverChunk)
            {
                await TakeCoverAsync(job, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task TakeCoverAsync(Job job, CancellationToken cancellationToken)
    {
        var scope = job.Context.Scope.Open("cover");
        await using (scope.ConfigureAwait(false))
        {
            if (job.Plan.Files.CoverTitle is { } title)
            {
                await stills.DrawCoverAsync(job.Plan.Composition, title, job.Plan.Files.FontDirectory, job.Context.Scope, scope, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                File.CreateSymbolicLink(scope.PathOf(WorkFiles.Pictures), job.PathOf(job.CoverChunk));
                await scope.RunAsync(ffmpeg.Convert(job.CoverArguments, scope.Directory), cancellationToken).ConfigureAwait(false);
            }

            var cover = scope.PathOf(WorkFiles.Cover);
            if (!File.Exists(cover))
            {
                throw new VideoBrokenException("no picture could be taken from it for the cover.");
            }

            scope.Promote(cover);
        }
    }

    private async Task JoinAsync(Job job, CancellationToken cancellationToken)
    {
        var scope = job.Context.Scope;
        await File.WriteAllLinesAsync(
            scope.PathOf(WorkFiles.List), job.Chunks.Select((_, index) => $"file '{NameOf(index)}'"), cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(FfmpegArguments.Join(job.Plan.Encoder.Codec), scope.Directory), cancellationToken).ConfigureAwait(false);
        if (!Mp4File.IsWhole(scope.PathOf(WorkFiles.Video)))
        {
            throw new VideoBrokenException("it was not written to its end.");
        }
    }

    private static string NameOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"chunk-{index:0000}.mp4");

    private sealed record Job
    {
        public required VideoPlan Plan { get; init; }

        public required StageContext Context { get; init; }

        public required IReadOnlyList<Chunk> Chunks { get; init; }

        public required IReadOnlyList<CacheKey> Keys { get; init; }

        public required CacheKey SoundKey { get; init; }

        public required int CoverChunk { get; init; }

        public required IReadOnlyList<string> CoverArguments { get; init; }

        public int IndexOf(Chunk chunk) => Chunks.Index().First(other => other.Item.Span == chunk.Span).Index;

        public string PathOf(int index) => Context.Scope.PathOf(NameOf(index));
    }
}
