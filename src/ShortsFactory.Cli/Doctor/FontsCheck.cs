using ShortsFactory.Captions.Fonts;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the fonts that the caption templates name are installed.</summary>
internal sealed class FontsCheck(FontInventory inventory) : IDoctorCheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. inventory.List().Select(Describe)]);

    private static Finding Describe(InstalledFont font) => new()
    {
        Name = "font",
        Ok = font.Path is not null,
        Detail = font.Path ?? $"{font.File} is not installed",
        Fix = font.Path is null ? $"apt-get install {font.Package}" : null,
    };
}
