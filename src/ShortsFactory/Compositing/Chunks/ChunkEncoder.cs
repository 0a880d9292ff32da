using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Renders groups of chunks, each by an ffmpeg of its own in a scope of its own.</summary>
internal sealed class ChunkEncoder(Ffmpeg ffmpeg, ProcessorSlots slots)
{
    /// <summary>Renders chunks, when a processor is free for them.</summary>
    /// <param name="group">What is rendered.</param>
    /// <param name="files">What it reads.</param>
    /// <param name="paths">Where the chunks go, in their order.</param>
    /// <param name="stage">The scope of the stage.</param>
    /// <param name="onFrames">Takes how many frames of which chunk have been made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="VideoBrokenException">ffmpeg made other frames than it was told.</exception>
    public async Task EncodeAsync(
        ChunkGroup group, ChunkFiles files, IReadOnlyList<string> paths, ResourceScope stage, Action<Chunk, long> onFrames, CancellationToken cancellationToken)
    {
        using var slot = await slots.EnterAsync(cancellationToken).ConfigureAwait(false);
        var scope = stage.Open("chunk");
        await using (scope.ConfigureAwait(false))
        {
            await LayOutAsync(group, files, stage, scope, cancellationToken).ConfigureAwait(false);
            var ended = await scope.RunAsync(
                ffmpeg.Encode(group.Arguments, scope.Directory, progress =>
                {
                    foreach (var (index, chunk) in group.Chunks.Index())
                    {
                        onFrames(chunk, group.MadeOf(index, progress.Frame));
                    }
                }),
                cancellationToken).ConfigureAwait(false);
            foreach (var (index, chunk) in group.Chunks.Index())
            {
                var pictures = scope.PathOf(WorkFiles.Of(WorkFiles.Pictures, group.Label(index)));
                if (ProblemOf(chunk, pictures) is { } problem)
                {
                    // The disk is asked while the chunk's files are still there, for with them gone it would have room again.
                    var ending = new ProcessFailedException(ffmpeg.Name, ended.ExitCode, ended.StandardErrorTail) { DiskWasFull = DiskSpace.IsFull(scope.Directory) };
                    throw new VideoBrokenException(problem, ending);
                }

                File.Move(pictures, paths[index], overwrite: true);
            }
        }
    }

    private static string? ProblemOf(Chunk chunk, string pictures) => Mp4File.CountSamples(pictures) switch
    {
        null => "a part of it was not written to its end.",
        var made when made != chunk.Span.Length => $"of a part of {chunk.Span.Length} frames it made {made}.",
        _ => null,
    };

    private static async Task LayOutAsync(ChunkGroup group, ChunkFiles files, ResourceScope stage, ResourceScope scope, CancellationToken cancellationToken)
    {
        WorkFiles.Link(files.FontDirectory, group.Chunks.SelectMany(chunk => chunk.Inputs), stage, scope);
        foreach (var (image, link) in group.Chunks.SelectMany(chunk => chunk.Images).DistinctBy(image => image.Link, StringComparer.Ordinal))
        {
            File.CreateSymbolicLink(scope.PathOf(link), image.Path);
        }

        foreach (var (index, chunk) in group.Chunks.Index())
        {
            var label = group.Label(index);
            await File.WriteAllTextAsync(scope.PathOf(WorkFiles.Of(WorkFiles.Captions, label)), chunk.Captions, cancellationToken).ConfigureAwait(false);
            if (chunk.Emoji is { } emoji)
            {
                await File.WriteAllBytesAsync(scope.PathOf(WorkFiles.Of(WorkFiles.Emoji, label)), emoji, cancellationToken).ConfigureAwait(false);
            }
        }

        await File.WriteAllTextAsync(scope.PathOf(WorkFiles.Graph), group.Graph, cancellationToken).ConfigureAwait(false);
    }
}
