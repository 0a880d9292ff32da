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
            if (made != chunk.Span.Length || !File.Exists(pictures))
            {
                throw new VideoBrokenException($"of a part of {chunk.Span.Length} frames it made {made}.", DiskEvidence(ended, scope));
            }

            // It may end well although the disk took no more of its last bytes.
            if (DiskSpace.SaysSo(ended.StandardErrorTail) || !Mp4File.IsWhole(pictures))
            {
                throw new VideoBrokenException("a part of it was not written to its end.", DiskEvidence(ended, scope));
            }

            File.Move(pictures, path, overwrite: true);
        }
    }

    /// <summary>What tells whether a full disk is behind it, asked while the files are still there.</summary>
    private ProcessFailedException DiskEvidence(ProcessResult ended, ResourceScope scope) =>
        new(ffmpeg.Name, ended.ExitCode, ended.StandardErrorTail) { DiskWasFull = DiskSpace.IsFull(scope.Directory) };

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
