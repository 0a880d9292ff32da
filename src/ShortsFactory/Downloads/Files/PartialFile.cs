namespace ShortsFactory.Downloads.Files;

/// <summary>A file that is being fetched, and what it is a part of.</summary>
/// <param name="path">The file.</param>
internal sealed class PartialFile(string path)
{
    private string StatePath => $"{path}.json";

    /// <summary>How much of it is there, in bytes.</summary>
    public long Length => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Lets a request ask for the rest, if it is known of which version of which file this is a part.</summary>
    public bool TryResume(WebAddress address, HttpRequestMessage request)
    {
        if (Length == 0 || DownloadState.Read(StatePath) is not { } state || !string.Equals(state.Address, address.Key, StringComparison.Ordinal))
        {
            return false;
        }

        state.Ask(request, Length);
        return true;
    }

    /// <summary>Begins with an empty file; without a state it cannot be resumed.</summary>
    public async Task StartOverAsync(DownloadState? state, CancellationToken cancellationToken)
    {
        Delete();
        if (state is not null)
        {
            await state.WriteAsync(StatePath, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the file behind what is there.</summary>
    public FileStream Append()
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        stream.Seek(0, SeekOrigin.End);
        return stream;
    }

    /// <summary>Forgets all of it.</summary>
    public void Delete()
    {
        File.Delete(StatePath);
        File.Delete(path);
    }
}
