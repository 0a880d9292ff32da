using ShortsFactory.Scripts;

namespace ShortsFactory.Backgrounds;

/// <summary>Foresees how much of a clip a short may show.</summary>
internal static class FootageNeed
{
    private const double Margin = 1.5;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    /// <summary>The length that the short will certainly not reach.</summary>
    public static TimeSpan Of(Short draft) => ((draft.Recording?.Duration ?? ScriptLength.Estimate(draft.Script)) * Margin) + Least + draft.Script.Outro;
}
