using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Server.Watching;

/// <summary>The folders whose scripts are made. Configuration section <c>Server:Watch</c>.</summary>
internal sealed class WatchOptions : IValidatableObject
{
    /// <summary>The folders; none by default.</summary>
    public string[] Folders { get; set; } = [];

    /// <summary>How often they are looked into besides what the system tells, which on network disks is nothing; 100 ms to 1 h, 2 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Server:Watch:Interval must be from {1} to {2}.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a file must not have changed before it is taken for whole; 0 to 1 h, 2 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Server:Watch:Settled must be from {1} to {2}.")]
    public TimeSpan Settled { get; set; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Folders.Where(folder => !Directory.Exists(folder)).Select(folder => new ValidationResult($"there is no folder '{folder}'. Make it, then start again.", [nameof(Folders)]));
}
