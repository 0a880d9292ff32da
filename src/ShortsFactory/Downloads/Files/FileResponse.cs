namespace ShortsFactory.Downloads.Files;

/// <summary>What a server had at an address.</summary>
/// <param name="Name">What the server, or else the address, calls the file; to be trusted in nothing.</param>
/// <param name="IsPage">Whether it is a web page, of which nothing was kept.</param>
internal readonly record struct FileResponse(string Name, bool IsPage);
