using ShortsFactory.Downloads.Pages;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the program is there that fetches the videos of web pages. Not asked by runs, which hardly ever need it.</summary>
internal sealed class PagesCheck(YtDlp ytDlp) : IDoctorCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var result = await scope.RunAsync(ytDlp.VersionCommand, cancellationToken);
            return [new Finding { Name = YtDlp.Package, Ok = true, Detail = result.StandardOutput.Trim() }];
        }
        catch (ShortsFactoryException exception)
        {
            return [new Finding { Name = YtDlp.Package, Ok = false, Detail = exception.Message, Fix = "apt-get install yt-dlp, or set Downloads:YtDlp" }];
        }
    }
}
