using ShortsFactory.Cli.Hosting;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the process may open enough files at once.</summary>
internal sealed class FileLimitCheck : IDoctorCheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var limit = FileLimit.Read();
        var ok = limit is null or >= FileLimit.Enough;
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            new Finding { Name = "open files", Ok = ok, Detail = $"{limit?.ToString() ?? "any number"} allowed", Fix = ok ? null : $"Raise the limit: ulimit -n {FileLimit.Enough}" },
        ]);
    }
}
