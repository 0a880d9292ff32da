using System.Net.Http.Headers;
using System.Text.Json;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads.Files;

/// <summary>What a part of a file was a part of, so that the rest can be asked for: it lies beside the part.</summary>
internal sealed record DownloadState
{
    /// <summary>Where the file comes from, by <see cref="WebAddress.Key"/>: an address may hold credentials.</summary>
    public required string Address { get; init; }

    /// <summary>The version of the file as the server calls it: a strong entity tag, or the time of its last change.</summary>
    public required string Version { get; init; }

    /// <summary>Reads what was kept; <see langword="null"/> if nothing usable was.</summary>
    public static DownloadState? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), DownloadJson.Default.DownloadState);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Then the file is fetched from its beginning.
            return null;
        }
    }

    /// <summary>The state for a response; <see langword="null"/> if it does not say by what its version can be told (RFC 9110, 13.1.5).</summary>
    public static DownloadState? Of(WebAddress address, HttpResponseMessage response) =>
        (response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : response.Content.Headers.LastModified?.ToString("r")) is { } version
            ? new DownloadState { Address = address.Key, Version = version }
            : null;

    /// <summary>Asks for the rest of this very version.</summary>
    public void Ask(HttpRequestMessage request, long from)
    {
        request.Headers.Range = new RangeHeaderValue(from, null);
        request.Headers.TryAddWithoutValidation("If-Range", Version);
    }

    /// <summary>Keeps it, whole or not at all.</summary>
    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        AtomicFile.WriteTextAsync(path, JsonSerializer.Serialize(this, DownloadJson.Default.DownloadState), cancellationToken);
}
