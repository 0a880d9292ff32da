using System.CommandLine;
using Microsoft.Extensions.Options;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Speech;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts voices</c>: lists the voices, or lets one speak.</summary>
internal static class VoicesCommand
{
    private static readonly Option<string?> Say = new("--say") { Description = "Speak this text into a wave file, to hear a voice.", HelpName = "TEXT" };

    private static readonly Option<string?> Voice = new("--voice") { Description = "The voice that speaks. [default: the configured one]", HelpName = "ENGINE:VOICE" };

    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The wave file to write.", HelpName = "FILE.wav" };

    public static Command Create()
    {
        var command = new Command("voices", "List the voices that are installed, or hear one.") { Say, Voice, Output };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, cancellationToken) =>
            parsed.GetValue(Say) is { } text
                ? SayAsync(text, parsed, session, cancellationToken)
                : ListAsync(session, cancellationToken)));
        return command;
    }

    private static async Task<int> ListAsync(CliSession session, CancellationToken cancellationToken)
    {
        await using var scope = session.Scopes.Open("voices");
        var voices = await session.Get<VoiceCatalog>().ListAsync(scope, cancellationToken);
        TextTable.Write(["VOICE", "LANGUAGE", "ABOUT"], voices.Select(voice => (string[])[voice.Id, voice.Language, voice.Description]));
        if (voices.Count == 0)
        {
            throw new ToolMissingException("flite", "No speech engine is installed.") { Advice = "Install the Debian packages flite and espeak-ng." };
        }

        return ExitCode.Done;
    }

    private static async Task<int> SayAsync(string text, ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var output = parsed.GetValue(Output)
            ?? throw new InvalidInputException("--say needs a file to write.") { Advice = "Add -o, for example -o hello.wav." };
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidInputException("--say was given no text.");
        }

        var options = session.Get<IOptions<SpeechOptions>>().Value;
        await using var scope = session.Scopes.Open("voices");
        var voice = await session.Get<VoiceCatalog>().ChooseAsync(parsed.GetValue(Voice) ?? options.Voice, scope, cancellationToken);
        var utterance = new Utterance { Text = text, Voice = voice.Name, WavePath = scope.PathOf("say.wav") };
        await session.Get<Speaker>().SpeakAsync(voice, utterance, options.SentenceTimeLimit, scope, cancellationToken);
        var target = Path.GetFullPath(output);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await AtomicFile.PublishAsync(utterance.WavePath, target, cancellationToken);
        Console.WriteLine($"Wrote {output}, spoken by {voice.Id}");
        return ExitCode.Done;
    }
}
