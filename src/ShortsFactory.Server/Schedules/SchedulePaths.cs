using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Server.Schedules;

/// <summary>Decides which files schedules may read: what lies below the roots, is not hidden, and is not led out of them by a link.</summary>
internal sealed class SchedulePaths(IOptions<ScheduleOptions> options)
{
    private readonly string[] _roots = [.. RootsOf(options.Value).Select(RealPath.Of)];

    /// <summary>The path with its links resolved.</summary>
    /// <exception cref="InvalidInputException">It is not one that may be read.</exception>
    public string Resolve(string path, string setting)
    {
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidInputException($"the path '{path}' does not begin at the root.") { Setting = setting, Advice = "Write the whole path, as the server's machine has it." };
        }

        var real = RealPath.Of(Path.GetFullPath(path));
        return Array.Exists(_roots, root => IsBelow(real, root))
            ? real
            : throw new InvalidInputException($"'{path}' is not where schedules may read.")
            {
                Setting = setting,
                Advice = $"They may read below {string.Join(" and ", _roots)}, but nothing hidden; Server:Schedules:Roots says where.",
            };
    }

    private static bool IsBelow(string path, string root)
    {
        var relative = Path.GetRelativePath(root, path);
        return string.Equals(relative, ".", StringComparison.Ordinal) || !relative.Split('/').Any(part => part.StartsWith('.'));
    }

    private static string[] RootsOf(ScheduleOptions options) =>
        options.Roots.Length > 0 ? [.. options.Roots.Select(Path.GetFullPath)] : [Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)];
}
