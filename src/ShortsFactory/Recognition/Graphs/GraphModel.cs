using System.Globalization;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>Lays out what libvosk opens as a model: the acoustic part of an installed one, with a decoding graph of our own.</summary>
internal static class GraphModel
{
    /// <summary>
    /// The whole utterance is one: no end is looked for, every frame of 10 ms is decoded (the network was made to be asked for each
    /// third), and no path is given up. Of the lattice only the best path is of use.
    /// </summary>
    private const string Configuration = """
        --min-active=200
        --max-active=100000
        --beam=40.0
        --lattice-beam=0.01
        --acoustic-scale=1.0
        --frame-subsampling-factor=1
        --endpoint.silence-phones=1
        --endpoint.rule1.min-trailing-silence=100000
        --endpoint.rule2.min-trailing-silence=100000
        --endpoint.rule3.min-trailing-silence=100000
        --endpoint.rule4.min-trailing-silence=100000
        --endpoint.rule5.min-utterance-length=100000

        """;

    /// <summary>Writes the model into <paramref name="directory"/>, which becomes one.</summary>
    /// <param name="directory">Where; its parent exists.</param>
    /// <param name="graph">The decoding graph.</param>
    /// <param name="words">How many words the graph puts out.</param>
    /// <param name="baseModel">The directory of the verified model whose sounds the graph is made of.</param>
    public static void Write(string directory, DecodingGraph graph, int words, string baseModel)
    {
        Directory.CreateDirectory(Path.Combine(directory, "conf"));
        Directory.CreateDirectory(Path.Combine(directory, "graph", "phones"));
        Link(directory, baseModel, "am");
        Link(directory, baseModel, "conf/mfcc.conf");
        Link(directory, baseModel, "graph/phones/word_boundary.int");
        File.WriteAllText(Path.Combine(directory, "conf", "model.conf"), Configuration);
        File.WriteAllLines(
            Path.Combine(directory, "graph", "words.txt"),
            [.. Enumerable.Range(1, words).Select(word => string.Create(CultureInfo.InvariantCulture, $"{word} {word}")).Prepend("<eps> 0")]);
        using var stream = File.Create(Path.Combine(directory, "graph", "HCLG.fst"));
        OpenFstFile.Write(graph, stream);
    }

    private static void Link(string directory, string baseModel, string part) =>
        File.CreateSymbolicLink(Path.Combine(directory, part), Path.Combine(baseModel, part));
}
