using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Doctor;

/// <summary>Looks at one part of the machine.</summary>
internal interface IDoctorCheck
{
    /// <summary>What was found, a finding for each thing that was looked at.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(ResourceScope scope, CancellationToken cancellationToken);
}
