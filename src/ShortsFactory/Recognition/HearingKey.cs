using ShortsFactory.Caching;
using ShortsFactory.Models;

namespace ShortsFactory.Recognition;

/// <summary>What the hearing of a sentence depends on: its samples, its words, how the voice says those that the model lacks, the model and libvosk.</summary>
internal static class HearingKey
{
    // To be raised with any change of the recogniser program or of the graphs that could let it hear something else.
    private const int Version = 2;

    /// <summary>What all sentences have in common.</summary>
    public static CacheKey For(InstalledModel model, RecognizerInstallation installation) =>
        CacheKey.For("hearing", Version)
            .WithFile("model", Path.Combine(model.Directory, ModelManifest.FileName))
            .With("library", Fingerprint.OfLongFile(installation.Library));

    /// <summary>What one sentence adds.</summary>
    public static CacheKey Of(CacheKey common, string samples, IEnumerable<SpokenWord> words, IEnumerable<string> toldByVoice) =>
        common.With("samples", samples).WithEach("word", words.Select(word => word.Text)).WithEach("told by the voice", toldByVoice);
}
