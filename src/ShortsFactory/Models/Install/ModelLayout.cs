namespace ShortsFactory.Models.Install;

/// <summary>What a directory must hold for libvosk to take it for a model: in folders, or, in older models, all at the top.</summary>
internal static class ModelLayout
{
    private static readonly string[][] Needed =
    [
        ["am/final.mdl", "final.mdl"],
        ["conf/mfcc.conf", "mfcc.conf"],
        ["graph/HCLr.fst", "graph/HCLG.fst", "HCLr.fst", "HCLG.fst"],
    ];

    /// <summary>The first file that is missing; <see langword="null"/> if none is.</summary>
    public static string? FindMissing(IEnumerable<ModelFile> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return Array.Find(Needed, choices => !choices.Any(paths.Contains))?[0];
    }
}
