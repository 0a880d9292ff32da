using System.Globalization;

namespace ShortsFactory.Benchmarks.Captions;

/// <summary>A row of the table in Markdown.</summary>
internal static class VoiceRow
{
    public const string Head =
        "| voice | words | median | 90 % | 95 % | 99.5 % | most | within 20 / 50 / 100 ms | interpolated | lost, out of order |\n"
        + "|---|---|---|---|---|---|---|---|---|---|";

    public static string Of(string name, IReadOnlyList<WordMeasure> measures)
    {
        var errors = measures.Where(measure => measure.Error is not null).Select(measure => Math.Abs(measure.Error!.Value.TotalMilliseconds)).Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {errors.Length} | {At(0.5):0.0} ms | {At(0.9):0.0} | {At(0.95):0.0} | {At(0.995):0} | {errors[^1]:0} "
            + $"| {Within(20):0.0} / {Within(50):0.00} / {Within(100):0.00} % | {Share(measure => measure.Interpolated):0.00} % "
            + $"| {measures.Count(measure => measure.Lost)}, {measures.Count(measure => measure.OutOfOrder)} |");

        // The least error that this share of the words does not exceed.
        double At(double share) => errors[Math.Max(0, (int)Math.Ceiling(share * errors.Length) - 1)];

        double Within(double limit) => 100.0 * errors.Count(error => error <= limit) / errors.Length;

        double Share(Func<WordMeasure, bool> holds) => 100.0 * measures.Count(holds) / measures.Count;
    }
}
