using System.Globalization;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the disk that temporary files go to has room for a short of some minutes.</summary>
internal sealed class DiskCheck(ResourceScopes scopes) : IDoctorCheck
{
    private const long Enough = 1L << 30;

    public Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var free = new DriveInfo(scopes.WorkDirectory).AvailableFreeSpace;
        var parent = Path.GetDirectoryName(scopes.WorkDirectory);
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            new Finding
            {
                Name = "disk",
                Ok = free >= Enough,
                Detail = string.Create(CultureInfo.InvariantCulture, $"{free / (double)Enough:0.0} GiB free for {parent}"),
                Fix = free >= Enough ? null : "Make room, or choose another disk with --work or Resources:WorkDirectory.",
            },
        ]);
    }
}
