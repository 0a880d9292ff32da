using ShortsFactory.Benchmarks.Captions;
using ShortsFactory.Benchmarks.Server;

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

if (args is ["server", .. var addresses])
{
    return await ServerBenchmark.RunAsync(addresses is [var address] ? address : "");
}

if (args is [ServerBenchmark.WorkerCommand, var shared, var results])
{
    return await ServerBenchmark.WorkAsync(shared, results);
}

if (args is ["server-rate", var rateDatabase])
{
    return await RateSimulation.RunAsync(rateDatabase);
}

if (args is [RateSimulation.WorkerCommand, var rateShared, var rateResults])
{
    return await RateSimulation.WorkAsync(rateShared, rateResults);
}

await Console.Error.WriteLineAsync("usage: ShortsFactory.Benchmarks captions [SCRIPT [ENGINE:VOICE]...] | server [postgres://...] | server-rate postgres://...");
return 2;
