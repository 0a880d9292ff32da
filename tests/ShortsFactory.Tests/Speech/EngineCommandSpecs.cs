using ShortsFactory.Resources;
using ShortsFactory.Speech;
using ShortsFactory.Speech.Engines;

namespace ShortsFactory.Tests.Speech;

public sealed class EngineCommandSpecs
{
    private static readonly Utterance Plain = new() { Text = "Café, isn’t it?", Voice = "slt", WavePath = "/w/0.wav" };

    [Fact]
    public void Commands_are_lists_of_arguments_and_text_is_never_an_option()
    {
        var flite = new FliteEngine();
        var espeak = new EspeakEngine();
        ProcessCommand[] commands =
        [
            flite.SpeakCommand(Plain),
            flite.SpeakCommand(Plain with { Rate = 210 }),
            espeak.SpeakCommand(Plain with { Voice = "en-us+f3" }),
            espeak.SpeakCommand(Plain with { Voice = "de", Rate = 150, Pitch = 40, Text = "--version" }),
            .. flite.VoicesCommands,
            .. espeak.VoicesCommands,
        ];

        Golden.Matches(string.Join('\n', commands.Select(Describe)), "EngineCommands");
    }

    private static string Describe(ProcessCommand command) =>
        $"{command.FileName} [{string.Join("] [", command.Arguments)}]" + (command.StandardInput is { } text ? $" < {text}" : "");
}
