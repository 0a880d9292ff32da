using System.Globalization;

namespace ShortsFactory.Cli.Hosting;

/// <summary>How many files this process may have open at once; Linux only, elsewhere nothing is known.</summary>
internal static class FileLimit
{
    /// <summary>What a run with several children needs, with room to spare.</summary>
    public const long Enough = 512;

    /// <summary>Below this the runtime cannot even load the program's own libraries.</summary>
    public const long Least = 200;

    private const string LimitsPath = "/proc/self/limits";
    private const string Row = "Max open files";

    /// <summary>The limit in force; <see langword="null"/> if there is none or it is not known.</summary>
    public static long? Read() =>
        File.Exists(LimitsPath)
        && File.ReadLines(LimitsPath).FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) is { } line
        && long.TryParse(line[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture, out var limit)
            ? limit
            : null;
}
