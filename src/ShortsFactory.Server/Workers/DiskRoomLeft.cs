using ShortsFactory.Resources;

namespace ShortsFactory.Server.Workers;

/// <summary>How much room the disk of a folder has.</summary>
/// <param name="Folder">The folder, which need not be there yet.</param>
/// <param name="FreeBytes">What this user may write yet.</param>
/// <param name="TotalBytes">The disk's size.</param>
internal sealed record DiskRoomLeft(string Folder, long FreeBytes, long TotalBytes)
{
    public static DiskRoomLeft Of(string folder)
    {
        var drive = new DriveInfo(DiskSpace.Nearest(folder));
        return new(folder, drive.AvailableFreeSpace, drive.TotalSize);
    }
}
