using ShortsFactory.Benchmarks.Captions;

if (args is ["captions", .. var rest])
{
    var script = rest is [var name, ..] ? name : "sentences.md";
    return await CaptionBenchmark.RunAsync(script, rest.Length > 1 ? rest[1..] : CaptionBenchmark.Voices);
}

if (args is [EspeakTruth.Command, var voice, var text])
{
    EspeakTruth.Print(voice, text);
    return 0;
}

await Console.Error.WriteLineAsync("usage: ShortsFactory.Benchmarks captions [SCRIPT [ENGINE:VOICE]...]");
return 2;
