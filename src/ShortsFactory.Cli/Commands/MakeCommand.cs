using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts make</c>: the main job.</summary>
internal static partial class MakeCommand
{
    private static readonly Argument<string?> Script = new("SCRIPT")
    {
        Description = "The script: Markdown with front matter, plain text, or JSON. A recording in its place is its own script: its words become the captions.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The video to make, or a folder for it. Its .srt, .vtt, .lrc, .ass, .jpg and .json are put beside it. [default: out/<script name>.mp4]",
        HelpName = "FILE.mp4",
    };

    public static readonly Option<string?> Template = new("--template")
    {
        Description = "The caption template; 'shorts templates' lists them.",
        HelpName = "NAME",
    };

    public static readonly Option<string?> Voice = new("--voice")
    {
        Description = "The voice; 'shorts voices' lists them.",
        HelpName = "ENGINE:VOICE",
    };

    private static readonly Option<string?> Narration = new("--narration")
    {
        Description = "Your own voice-over, heard instead of a voice: wav, mp3, m4a, or any other file with sound.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "The language of a recording that has no script. [default: en]",
        HelpName = "TAG",
    };

    public static readonly Option<string?> Background = new("--background")
    {
        Description = "What lies behind the captions: generated:NAME, color:#RRGGBB, a video, an image, a folder of these, or an address (https://...); or a group such as '{path: clip.mp4, from: 3s, fill: blur}'.",
        HelpName = "X",
    };

    public static readonly Option<string?> Music = new("--music")
    {
        Description = "The music under the voice: a file with sound, a folder of these, generated:NAME, or none.",
        HelpName = "X",
    };

    public static readonly Option<string?> Format = new("--format")
    {
        Description = "Size and rate of the pictures, such as 1080x1080 or 1920x1080@60. [default: 1080x1920@30]",
        HelpName = "WxH@FPS",
    };

    private static readonly Option<string?> Quality = new("--quality")
    {
        Description = "How much time goes into the pictures: draft, standard or high. [default: standard]",
        HelpName = "LEVEL",
    };

    private static readonly Option<string?> Encoder = new("--encoder")
    {
        Description = "ffmpeg's encoder: libx264, libx265, libsvtav1, one of a device such as h264_nvenc, or auto: the first device that works. [default: libx264]",
        HelpName = "NAME",
    };

    private static readonly Option<bool> Keep = new("--keep") { Description = "Keep the temporary files, to look at them." };

    private static readonly Option<bool> NoCache = new("--no-cache") { Description = "Make everything anew, and keep nothing for later runs." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the manifest, or the error, as JSON on standard output." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but warnings and errors." };

    public static Command Create()
    {
        var command = new Command("make", "Make a video from a script.") { Script, Output, Template, Voice, Narration, Language, Background, Music, Format, Quality, Encoder, SharedOptions.Work, Keep, NoCache, Json, Quiet };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, cancellationToken) => MakeAsync(parsed, session, cancellationToken),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport(),
            Overrides));
        return command;
    }

    private static async Task<int> MakeAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var request = Request(parsed);
        var pipeline = session.Get<ShortPipeline>();
        var display = RunDisplay.Choose(quiet: parsed.GetValue(Quiet), verbose: parsed.GetValue(SharedOptions.Verbose));
        var manifest = await display.ShowAsync(progress => pipeline.MakeAsync(request, progress, display.Warn, cancellationToken));
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(manifest.ToJson());
        }
        else if (!parsed.GetValue(Quiet))
        {
            Console.WriteLine(Summary.Of(request, manifest, Stopwatch.GetElapsedTime(started)));
        }

        return ExitCode.Done;
    }

    private static ShortRequest Request(ParseResult parsed)
    {
        var (script, narration) = MakeSources.Resolve(parsed.GetValue(Script), parsed.GetValue(Narration), parsed.GetValue(Language));
        var output = parsed.GetValue(Output) ?? "out/";
        if (Directory.Exists(output) || Path.EndsInDirectorySeparator(output))
        {
            output = Path.Combine(output, Path.GetFileNameWithoutExtension(script) + ".mp4");
        }

        if (!string.Equals(Path.GetExtension(output), ".mp4", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidInputException($"the output '{output}' is not named .mp4.") { Advice = "Only mp4 is made; name the file so." };
        }

        return new ShortRequest
        {
            ScriptPath = script,
            OutputPath = MakeSources.FullPath(output, "-o"),
            Template = parsed.GetValue(Template),
            Voice = parsed.GetValue(Voice),
            Narration = narration,
            Language = parsed.GetValue(Language),
            Background = FromWorkingDirectory(parsed.GetValue(Background)),
            Music = FromWorkingDirectory(parsed.GetValue(Music)),
            Format = FormatOf(parsed),
        };
    }

    /// <summary>The format that was asked for.</summary>
    public static PictureFormat? FormatOf(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(Format) is { } format ? PictureFormat.Parse(format) : null;
        }
        catch (FormatException exception)
        {
            throw new InvalidInputException($"--format: {exception.Message}", innerException: exception);
        }
    }

    /// <summary>Paths in a script are relative to the script; a path on the command line is relative to where the user stands.</summary>
    public static string? FromWorkingDirectory(string? background)
    {
        var path = background?.TrimStart() is ['{', ..] ? PathInBraces().Match(background) is { Success: true } match ? match.Groups["path"] : null : null;
        return path is not null && Path.Exists(path.Value)
            ? $"{background![..path.Index]}'{Path.GetFullPath(path.Value).Replace("'", "''", StringComparison.Ordinal)}'{background[(path.Index + path.Length)..]}"
            : background is not null && Path.Exists(background) ? Path.GetFullPath(background) : background;
    }

    private static List<KeyValuePair<string, string?>> Overrides(ParseResult parsed)
    {
        var overrides = SharedOptions.WorkOverride(parsed);
        if (parsed.GetValue(Keep))
        {
            overrides.Add(new("Resources:Keep", "true"));
        }

        if (parsed.GetValue(Quality) is { } quality)
        {
            overrides.Add(new("Compositing:Quality", quality));
        }

        if (parsed.GetValue(Encoder) is { } encoder)
        {
            overrides.Add(new("Compositing:Encoder", encoder));
        }

        if (parsed.GetValue(NoCache))
        {
            overrides.Add(new("Cache:Enabled", "false"));
        }

        return overrides;
    }

    /// <summary>A path without quotes among the values of a background.</summary>
    [GeneratedRegex(@"[{,]\s*path:\s*(?<path>[^\s'"",}][^,}]*?)\s*[,}]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PathInBraces();
}
