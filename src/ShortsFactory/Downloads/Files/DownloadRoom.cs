using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads.Files;

/// <summary>Keeps a download within the size that is allowed and the disk's free space, whatever the server says of its length.</summary>
/// <param name="request">The download.</param>
/// <param name="freeDisk">How many bytes of the disk stay free.</param>
internal sealed class DownloadRoom(FileRequest request, long freeDisk)
{
    private const long Interval = 64 << 20;

    private long _nextLook;

    /// <summary>Before anything is written.</summary>
    /// <exception cref="InvalidInputException">The file is too large.</exception>
    /// <exception cref="DiskFullException">There is no room for the rest.</exception>
    public void Require(long there, long? total)
    {
        RefuseLarge(total ?? there);
        DiskSpace.Require(request.Path, Math.Max(0, (total ?? there) - there) + freeDisk, $"{request.Address}; {freeDisk / 1_000_000} MB stay free (Downloads:FreeDisk).");
        _nextLook = there + Interval;
    }

    /// <summary>Writes a block, if there is room for it.</summary>
    /// <exception cref="InvalidInputException">The file has become too large.</exception>
    /// <exception cref="DiskFullException">There is no room left.</exception>
    public async Task WriteAsync(FileStream target, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        RefuseLarge(target.Position + block.Length);
        if (target.Position >= _nextLook)
        {
            Require(target.Position, total: null);
        }

        await DiskSpace.WriteAsync(request.Path, () => target.WriteAsync(block, cancellationToken).AsTask()).ConfigureAwait(false);
    }

    private void RefuseLarge(long length)
    {
        if (length > request.SizeLimit)
        {
            throw new InvalidInputException($"it is larger than {request.SizeLimit} bytes.", request.Address.ToString())
            {
                Advice = $"If it is the right file, raise {request.SizeSetting}.",
            };
        }
    }
}
