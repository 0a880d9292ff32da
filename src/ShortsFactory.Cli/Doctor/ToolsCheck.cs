using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Whether the programs that the stages run are there and answer.</summary>
internal sealed class ToolsCheck(IEnumerable<ITool> tools, ToolVersions versions) : IDoctorCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var found = await versions.ReadAsync(scope, cancellationToken);
        return [.. tools.Select(tool => Describe(tool, found[tool.Name]))];
    }

    private static Finding Describe(ITool tool, string version)
    {
        var ok = !string.Equals(version, ToolVersions.Missing, StringComparison.Ordinal) && !version.StartsWith("broken", StringComparison.Ordinal);
        return new Finding { Name = tool.Name, Ok = ok, Detail = version, Fix = ok ? null : $"apt-get install {tool.Package}" };
    }
}
