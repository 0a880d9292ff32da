using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Renders chunks, each by an ffmpeg of its own in a scope of its own.</summary>
internal sealed class ChunkEncoder(Ffmpeg ffmpeg, ProcessorSlots slots)
{
    /// <summary>Renders a chunk into <paramref name="path"/>, when a processor is free for it.</summary>
    /// <exception cref="VideoBrokenException">ffmpeg made other frames than it was told.</exception>
    public async Task EncodeAsync(
        Chunk chunk, ChunkFiles files, string path, ResourceScope stage, Action<long> onFrames, CancellationToken cancellationToken)
    {
        using var slot = await slots.EnterAsync(cancellationToken).ConfigureAwait(false);
        var scope = stage.Open("chunk");
        await using (scope.ConfigureAwait(false))
        {
            await LayOutAsync(chunk, files, stage, scope, cancellationToken).ConfigureAwait(false);
            var made = 0L;
            var ended = await scope.RunAsync(
                ffmpeg.Encode(chunk.Arguments, scope.Directory, progress =>
                {
                    made = progress.Frame;
                    onFrames(made);
                }),
                cancellationToken).ConfigureAwait(false);
            var pictures = scope.PathOf(WorkFiles.Pictures);
            if (ProblemOf(chunk, made, pictures) is { } problem)
            {
                // The disk is asked while the chunk's files are still there, for with them gone it would have room again.
                var ending = new ProcessFailedException(ffmpeg.Name, ended.ExitCode, ended.StandardErrorTail) { DiskWasFull = DiskSpace.IsFull(scope.Directory) };
                throw new VideoBrokenException(problem, ending);
            }

            File.Move(pictures, path, overwrite: true);
        }
    }

    private static string? ProblemOf(Chunk chunk, long made, string pictures) =>
        made != chunk.Span.Length || !File.Exists(pictures) ? $"of a part of {chunk.Span.Length} frames it made {made}."
        : !Mp4File.IsWhole(pictures) ? "a part of it was not written to its end."
        : null;

    private static async Task LayOutAsync(Chunk chunk, ChunkFiles files, ResourceScope stage, ResourceScope scope, CancellationToken cancellationToken)
    {
        WorkFiles.Link(files.FontDirectory, chunk.Inputs, stage, scope);
        foreach (var (image, link) in chunk.Images)
        {
            File.CreateSymbolicLink(scope.PathOf(link), image.Path);
        }

        if (chunk.Emoji is { } emoji)
        {
            await File.WriteAllBytesAsync(scope.PathOf(WorkFiles.Emoji), emoji, cancellationToken).ConfigureAwait(false);
        }

        await File.WriteAllTextAsync(scope.PathOf(WorkFiles.Captions), chunk.Captions, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(scope.PathOf(WorkFiles.Graph), chunk.Graph, cancellationToken).ConfigureAwait(false);
    }
}
