namespace ShortsFactory.Downloads.Store;

/// <summary>A file that was fetched before, held so that nobody deletes it.</summary>
/// <param name="Path">Absolute path of the content.</param>
/// <param name="Entry">What is known of it.</param>
/// <param name="Hold">Keeps the file from being deleted until it is disposed of.</param>
internal sealed record StoredDownload(string Path, DownloadEntry Entry, FileStream Hold);
