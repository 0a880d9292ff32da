namespace ShortsFactory.Server.Api;

/// <summary>The disk with the least room, and how little there may be.</summary>
internal sealed record DiskView(long FreeBytes, long TotalBytes, long FloorBytes);
