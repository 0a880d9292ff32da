using System.Globalization;

namespace ShortsFactory.Models;

/// <summary>How far an installation is.</summary>
/// <param name="Step">What is being done: <c>downloading</c>, <c>waiting</c>, <c>checking</c>, <c>unpacking</c>, <c>opening</c>.</param>
/// <param name="Fraction">How much of the step is done, 0 to 1; 0 where that is not known.</param>
/// <param name="Detail">A few words for the display.</param>
public readonly record struct InstallProgress(string Step, double Fraction, string Detail)
{
    private const double BytesPerMegabyte = 1_000_000;

    internal static InstallProgress Downloading(long bytes, long? total) => new(
        "downloading",
        total > 0 ? Math.Min(1, (double)bytes / total.Value) : 0,
        string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:0.0} MB{(total is { } all ? $" of {all / BytesPerMegabyte:0.0} MB" : "")}"));
}
