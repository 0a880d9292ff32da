using ShortsFactory.Media;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether ffmpeg was built with the filters and encoders that videos need.</summary>
internal sealed class FfmpegCheck(FfmpegCapabilities capabilities) : IDoctorCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var missing = await capabilities.FindMissingAsync(scope, cancellationToken);
            return [missing.Count == 0 ? Complete() : Incomplete($"without {string.Join(", ", missing)}")];
        }
        catch (ShortsFactoryException exception)
        {
            return [Incomplete(exception.Message)];
        }
    }

    private static Finding Complete() => new()
    {
        Name = "ffmpeg parts",
        Ok = true,
        Detail = $"{FfmpegCapabilities.Filters.Count} filters, {FfmpegCapabilities.Encoders.Count} encoders",
    };

    private static Finding Incomplete(string detail) => new()
    {
        Name = "ffmpeg parts",
        Ok = false,
        Detail = detail,
        Fix = "Install Debian's ffmpeg, or set Media:Ffmpeg to one that was built with them.",
    };
}
