using Microsoft.Extensions.Options;
using ShortsFactory.Resources;
using ShortsFactory.Speech;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the configured voice is installed, and how many there are.</summary>
internal sealed class VoicesCheck(VoiceCatalog catalog, IOptions<SpeechOptions> options) : IDoctorCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var voices = await catalog.ListAsync(scope, cancellationToken);
        try
        {
            var choice = await catalog.ChooseAsync(options.Value.Voice, scope, cancellationToken);
            return [new Finding { Name = "voices", Ok = true, Detail = $"{voices.Count} installed; {choice.Id} by default" }];
        }
        catch (ShortsFactoryException exception)
        {
            return [new Finding { Name = "voices", Ok = false, Detail = exception.Message, Fix = exception.Advice }];
        }
    }
}
