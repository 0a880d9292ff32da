using System.Collections.Concurrent;
using System.Globalization;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Recognition;

/// <summary>
/// Recognised times against the synthesisers' own: <c>word-starts.tsv</c> holds voice, text, and the start of each word in
/// milliseconds as flite's utterance structure and eSpeak NG's word events tell it (synth_flite.py and synth_espeak.py in
/// the model's recipe read both).
/// </summary>
public sealed class RecognitionAccuracySpecs
{
    [Fact(Timeout = 120_000)]
    public async Task Words_of_the_bundled_voices_are_recognised_and_start_on_time()
    {
        await using var bench = new RecognitionBench();
        var references = References().Select(line => (line, Track: Array.Empty<short>())).ToArray();
        await Parallel.ForAsync(0, references.Length, TestContext.Current.CancellationToken, async (index, _) =>
            references[index].Track = await SpeakAsync(bench, references[index].line.Voice, references[index].line.Text, index));
        var measures = new ConcurrentBag<(string Voice, bool Recognized, double Error)>();
        foreach (var voice in references.GroupBy(reference => reference.line.Voice, StringComparer.Ordinal))
        {
            var track = new List<short>();
            var sentences = new List<(long Start, long End, string Text)>();
            var starts = new List<double>();
            foreach (var (line, samples) in voice)
            {
                var (first, last) = SpokenWave.Trim(samples);
                sentences.Add((track.Count + first, track.Count + last, line.Text));
                starts.AddRange(line.Starts.Select(start => start + (track.Count / 16.0)));
                track.AddRange(samples);
            }

            var path = bench.Scope.PathOf($"{voice.Key.Replace(':', '-')}.wav");
            SpokenWave.Write(path, track);
            await using var scope = bench.Scope.Open(voice.Key.Replace(':', '-'));
            var draft = RecognitionBench.Draft(path, "en", [.. sentences]);
            var stage = bench.Stage();
            var context = bench.Context with { Scope = scope };
            await stage.PrepareAsync(draft, context, TestContext.Current.CancellationToken);
            var words = (await stage.RunAsync(draft, context, TestContext.Current.CancellationToken)).Transcript!.Words;
            foreach (var (word, start) in words.Zip(starts))
            {
                measures.Add((voice.Key, word.Timing == WordTiming.Recognized, word.Start.TotalMilliseconds - start));
            }
        }

        var reports = measures.GroupBy(measure => measure.Voice, StringComparer.Ordinal).Select(Report).OrderBy(report => report.Voice, StringComparer.Ordinal).ToArray();
        Assert.All(reports, report => Assert.Equal(1, report.Share));
        Assert.All(reports, report => Assert.InRange(report.Median, 0, 9));
        var all = measures.Where(measure => measure.Recognized).Select(measure => Math.Abs(measure.Error)).Order().ToArray();
        Assert.InRange(all[all.Length / 2], 0, 6);
        Assert.InRange(all[all.Length * 9 / 10], 0, 18);
        Assert.Empty(bench.Warnings);
    }

    private static (string Voice, double Share, double Median) Report(IGrouping<string, (string Voice, bool Recognized, double Error)> voice)
    {
        var errors = voice.Where(measure => measure.Recognized).Select(measure => Math.Abs(measure.Error)).Order().ToArray();
        var share = voice.Average(measure => measure.Recognized ? 1.0 : 0.0);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{voice.Key,-16} {share:P1} of {voice.Count()}; start error median {errors[errors.Length / 2]:0.0} ms, "
            + $"p90 {errors[errors.Length * 9 / 10]:0} ms, p99 {errors[errors.Length * 99 / 100]:0} ms, most {errors[^1]:0} ms");
        return (voice.Key, share, errors[errors.Length / 2]);
    }

    private static IEnumerable<(string Voice, string Text, double[] Starts)> References() =>
        File.ReadLines(Path.Combine(RecognitionBench.Home.Directory, "tests", "ShortsFactory.Tests", "Recognition", "word-starts.tsv"))
            .Select(line => line.Split('\t'))
            .Select(fields => (fields[0], fields[1], fields[2].Split(' ').Select(start => double.Parse(start, CultureInfo.InvariantCulture)).ToArray()));

    private static async Task<short[]> SpeakAsync(RecognitionBench bench, string voice, string text, int index)
    {
        var name = voice[(voice.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (voice.StartsWith("flite:", StringComparison.Ordinal))
        {
            return SpokenWave.Read(await bench.SpeakAsync(text, TestContext.Current.CancellationToken, name));
        }

        var (spoken, converted) = (bench.Scope.PathOf($"{index}-22k.wav"), bench.Scope.PathOf($"{index}-16k.wav"));
        await bench.Scope.RunAsync(
            new ProcessCommand { FileName = "espeak-ng", Arguments = ["-v", name, "-w", spoken, text] }, TestContext.Current.CancellationToken);
        await bench.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-v", "error", "-i", spoken, "-ar", "16000", "-c:a", "pcm_s16le", "-bitexact", converted] },
            TestContext.Current.CancellationToken);
        return SpokenWave.Read(converted);
    }
}
