using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Pipeline;
using ShortsFactory.Previews;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts preview</c>: a still of a short, without encoding it.</summary>
internal static class PreviewCommand
{
    private static readonly Argument<string> Script = new("SCRIPT") { Description = "The script: Markdown with front matter, plain text, or JSON." };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "The moment to show, such as 12.5 (seconds) or 1:02.5 (minutes and seconds). [default: the cover's]",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The picture to write, .png or .jpg. [default: out/<script name>.preview.png]",
        HelpName = "FILE.png",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print what was made, or the error, as JSON on standard output." };

    public static Command Create()
    {
        var command = new Command("preview", "Show a moment of a short as a picture, without encoding the video.")
        {
            Script, At, Output, MakeCommand.Template, MakeCommand.Voice, MakeCommand.Background, MakeCommand.Format, SharedOptions.Work, Json,
        };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, cancellationToken) => ShowAsync(parsed, session, cancellationToken),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport(),
            SharedOptions.WorkOverride));
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var display = RunDisplay.Choose(quiet: true, verbose: parsed.GetValue(SharedOptions.Verbose));
        var preview = session.Get<ShortPreview>();
        var request = Request(parsed);
        var result = await display.ShowAsync(progress => preview.RenderAsync(request, progress, display.Warn, cancellationToken));
        Console.WriteLine(parsed.GetValue(Json)
            ? JsonSerializer.Serialize(result, PreviewJson.Default.PreviewResult)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Wrote {Path.GetRelativePath(Environment.CurrentDirectory, result.Path)}: {result.At.TotalSeconds:0.00} s of {result.Duration.TotalSeconds:0.0} s, template {result.Template}"));
        return ExitCode.Done;
    }

    private static PreviewRequest Request(ParseResult parsed)
    {
        var script = MakeSources.FullPath(parsed.GetRequiredValue(Script), "SCRIPT");
        var picture = MakeSources.FullPath(
            parsed.GetValue(Output) ?? Path.Combine("out", Path.GetFileNameWithoutExtension(script) + ".preview.png"), "-o");
        return new PreviewRequest
        {
            PicturePath = picture,
            At = parsed.GetValue(At) is { } text ? Moment(text) : null,
            Short = new ShortRequest
            {
                ScriptPath = script,
                OutputPath = picture,
                Template = parsed.GetValue(MakeCommand.Template),
                Voice = parsed.GetValue(MakeCommand.Voice),
                Background = MakeCommand.FromWorkingDirectory(parsed.GetValue(MakeCommand.Background)),
                Format = MakeCommand.FormatOf(parsed),
            },
        };
    }

    private static TimeSpan Moment(string text)
    {
        const int secondsPerMinute = 60;
        var parts = text.Split(':');
        var minutes = 0;
        return parts.Length <= 2
            && (parts.Length == 1 || int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out minutes))
            && double.TryParse(parts[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && (seconds < secondsPerMinute || parts.Length == 1)
            && minutes < secondsPerMinute && seconds < TimeSpan.SecondsPerDay
            ? TimeSpan.FromSeconds((minutes * secondsPerMinute) + seconds)
            : throw new InvalidInputException($"--at {text} is no moment of a short.") { Advice = "Give seconds from the start, for example --at 12.5, or --at 1:02.5." };
    }
}
