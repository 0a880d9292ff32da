using System.Globalization;

namespace ShortsFactory.FaultTests;

/// <summary>How many moments are tried, and which: as many as FAULT_RUNS says, from the seed in FAULT_SEED; <c>./test FaultTests --runs N --seed S</c> sets both.</summary>
internal static class Sweep
{
    private const int DefaultRuns = 40;

    public static int Runs { get; } = Number("FAULT_RUNS") ?? DefaultRuns;

    public static int Seed { get; } = Number("FAULT_SEED") ?? Random.Shared.Next(1_000_000);

    /// <summary>
    /// Moments from 0 to 1, spread over the whole run and different with each seed: one in each of as many equal parts as there
    /// are runs, in the order in which they are tried.
    /// </summary>
    public static IReadOnlyList<double> Moments(int runs)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, runs).Select(part => (part + random.NextDouble()) / runs)];
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
