using ShortsFactory.Audio;
using ShortsFactory.Resources;

namespace ShortsFactory.Speech;

/// <summary>Runs engines: one text in, one wave file out, or an error that names the text.</summary>
public sealed class Speaker
{
    /// <summary>The size of a wave header without a single sample.</summary>
    private const int EmptyWaveLength = 44;

    /// <summary>Speaks one utterance into its wave file.</summary>
    /// <exception cref="SpeechFailedException">The engine failed, took too long, or wrote no sound.</exception>
    /// <exception cref="ToolMissingException">The engine is not installed.</exception>
    public async Task SpeakAsync(
        VoiceChoice voice, Utterance utterance, TimeSpan timeLimit, ResourceScope scope, CancellationToken cancellationToken)
    {
        var command = voice.Engine.SpeakCommand(utterance) with { TimeLimit = timeLimit };
        try
        {
            await scope.RunAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ProcessFailedException or ProcessTimedOutException)
        {
            throw new SpeechFailedException(voice.Id, utterance.Text, exception.Message, exception);
        }

        var wave = new FileInfo(utterance.WavePath);
        if (!wave.Exists || wave.Length <= EmptyWaveLength)
        {
            throw Useless(voice, utterance, "it ended well but wrote no sound.");
        }

        Check(voice, utterance);
    }

    /// <summary>What is kept for later runs must be whole: a disk that ran full does not make every engine fail.</summary>
    private static void Check(VoiceChoice voice, Utterance utterance)
    {
        try
        {
            WaveReader.Open(utterance.WavePath).Dispose();
        }
        catch (WaveFormatException exception)
        {
            throw Useless(voice, utterance, $"it ended well, but what it wrote is no sound: {exception.Problem}.", exception);
        }
    }

    private static SpeechFailedException Useless(VoiceChoice voice, Utterance utterance, string reason, Exception? innerException = null) =>
        new(voice.Id, utterance.Text, reason, innerException)
        {
            Advice = "Check that the text is in a language of the voice, and that the disk has space.",
        };
}
