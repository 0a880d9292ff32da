using System.Globalization;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the process may open enough files at once; Linux only, elsewhere there is nothing to report.</summary>
internal sealed class FileLimitCheck : IDoctorCheck
{
    private const string LimitsPath = "/proc/self/limits";
    private const string Row = "Max open files";
    private const long Enough = 512;

    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        if (!File.Exists(LimitsPath))
        {
            return [];
        }

        var lines = await File.ReadAllLinesAsync(LimitsPath, cancellationToken);
        var soft = lines.First(line => line.StartsWith(Row, StringComparison.Ordinal))[Row.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        var ok = !long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) || limit >= Enough;
        return [new Finding { Name = "open files", Ok = ok, Detail = $"{soft} allowed", Fix = ok ? null : $"Raise the limit: ulimit -n {Enough}" }];
    }
}
