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
            await scope.RunAsync(
                ffmpeg.Encode(chunk.Arguments, scope.Directory, progress =>
                {
                    made = progress.Frame;
                    onFrames(made);
                }),
                cancellationToken).ConfigureAwait(false);
            if (made != chunk.Span.Length || !File.Exists(scope.PathOf(WorkFiles.Pictures)))
            {
                throw new VideoBrokenException($"of a part of {chunk.Span.Length} frames it made {made}.");
            }

            File.Move(scope.PathOf(WorkFiles.Pictures), path, overwrite: true);
        }
    }

    private static async Task LayOutAsync(Chunk chunk, ChunkFiles files, ResourceScope stage, ResourceScope scope, CancellationToken cancellationToken)
    {
        Directory.CreateSymbolicLink(scope.PathOf(WorkFiles.Fonts), files.FontDirectory);
        foreach (var link in chunk.Inputs.Select(input => input.Background.Link).Distinct(StringComparer.Ordinal))
        {
            File.CreateSymbolicLink(scope.PathOf(link), stage.PathOf(link));
        }

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
