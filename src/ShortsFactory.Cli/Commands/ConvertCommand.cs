using System.CommandLine;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Conversions;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts convert</c>: videos, sounds and pictures into other formats.</summary>
internal static class ConvertCommand
{
    private static readonly string About = $"""
        Convert videos, sounds and pictures, one or many at once.

        The format is what the output's name or --to says: {string.Join(", ", FileConversions.FormatNames)}. Of a video, sound formats take the sound, and formats
        of pictures one picture; a picture becomes a video of some seconds. Results are upright, in sRGB or BT.709, and without places and
        camera data. An existing file is replaced only by a whole one; several files each succeed or fail by themselves.

        Presets:
        {string.Join(Environment.NewLine, FileConversions.PresetNames.Select(preset => $"  {preset.Name,-8}{preset.Description}"))}
        """;

    private static readonly Argument<string[]> Inputs = new("IN") { Description = "The files to convert.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The file to write, or the folder for several.",
        HelpName = "OUT|DIR",
        DefaultValueFactory = _ => "out",
    };

    private static readonly Option<string?> To = new("--to") { Description = "The format, if the output's name does not tell it.", HelpName = "FORMAT" };

    private static readonly Option<string?> Preset = new("--preset") { Description = "What it is for; see above.", HelpName = "NAME" };

    private static readonly Option<string?> Fill = new("--fill") { Description = "How another shape fills a short: crop (the default), or blur, over a blurred copy of itself.", HelpName = "HOW" };

    private static readonly Option<string?> At = new("--at") { Description = "The moment of a video that becomes a picture. [default: the most typical one of its first five seconds]", HelpName = "TIME" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print what became of each file as JSON." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but warnings and errors." };

    public static Command Create()
    {
        var command = new Command("convert", About) { Inputs, Output, To, Preset, Fill, At, SharedOptions.Work, Json, Quiet };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, cancellationToken) => RunAsync(parsed, session, cancellationToken),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport(),
            SharedOptions.WorkOverride));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var request = Request(parsed);
        await using var scope = session.Scopes.Open("convert");
        var run = session.Get<FileConversions>().Begin(request, scope, cancellationToken);
        await new ConversionDisplay(parsed.GetValue(Quiet), parsed.GetValue(Json), status => session.Scopes.Describe(status)).ShowAsync(run, request);
        if (parsed.GetValue(Json))
        {
            await ConversionJson.WriteAsync(run);
        }

        return cancellationToken.IsCancellationRequested ? Interrupted(run, session) : await EndAsync(run);
    }

    /// <summary>One file that fails says so by its own exit code; of several, that at least one did.</summary>
    private static async Task<int> EndAsync(ConversionRun run)
    {
        var results = run.Results.ToArray();
        if (results is [var only])
        {
            await only.Result;
        }

        var failed = results.Count(result => !result.Result.IsCompletedSuccessfully);
        if (failed > 0)
        {
            await Console.Error.WriteLineAsync($"shorts: {failed} of {results.Length} files could not be converted.");
        }

        return failed > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static int Interrupted(ConversionRun run, CliSession session)
    {
        var results = run.Results.ToArray();
        Console.Error.WriteLine($"shorts: interrupted; {results.Count(result => result.Result.IsCompletedSuccessfully)} of {results.Length} files are converted and whole, of the others nothing was written.");
        return session.Scopes.InterruptExitCode ?? ExitCode.Failed;
    }

    private static ConversionRequest Request(ParseResult parsed)
    {
        var output = parsed.GetRequiredValue(Output);
        return new ConversionRequest
        {
            Inputs = [.. parsed.GetRequiredValue(Inputs).Select(input => MakeSources.FullPath(input, "IN"))],
            Output = MakeSources.FullPath(output, "-o"),
            IsFolder = output.EndsWith('/') || parsed.GetResult(Output) is { Implicit: true },
            To = parsed.GetValue(To),
            Preset = parsed.GetValue(Preset),
            Fill = parsed.GetValue(Fill),
            At = parsed.GetValue(At),
        };
    }
}
