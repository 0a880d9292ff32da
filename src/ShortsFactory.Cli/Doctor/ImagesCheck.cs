using ShortsFactory.Media.Images;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether ImageMagick is there, which reads pictures that ffmpeg does not.</summary>
internal sealed class ImagesCheck(ImageMagick magick) : IDoctorCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var (program, version) = await magick.FindAsync(scope, cancellationToken);
            return [new Finding { Name = "ImageMagick", Ok = true, Detail = $"{version} ({program})" }];
        }
        catch (ToolMissingException exception)
        {
            return [new Finding { Name = "ImageMagick", Ok = false, Detail = exception.Message, Fix = exception.Advice }];
        }
    }
}
