using Microsoft.Extensions.Options;
using ShortsFactory.Models;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether libvosk and its process are there, and the models are whole.</summary>
internal sealed class RecognitionCheck(IOptions<RecognitionOptions> options, ModelCatalog models, Home home) : IDoctorCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var findings = new List<Finding> { Library() };
        foreach (var model in models.List())
        {
            var problems = await model.VerifyAsync(cancellationToken);
            findings.Add(new Finding
            {
                Name = "model",
                Ok = problems.Count == 0,
                Detail = problems.Count == 0 ? $"{model.Name} ({model.Language}), verified" : $"{model.Name}: {string.Join("; ", problems)}",
                Fix = problems.Count == 0 ? null : $"Put the model's files back into {model.Directory}.",
            });
        }

        return findings;
    }

    private Finding Library()
    {
        try
        {
            return new Finding { Name = "libvosk", Ok = true, Detail = RecognizerInstallation.Find(options.Value, home).Library };
        }
        catch (ToolMissingException exception)
        {
            return new Finding { Name = "libvosk", Ok = false, Detail = exception.Message, Fix = exception.Advice };
        }
    }
}
