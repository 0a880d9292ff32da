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
            throw new SpeechFailedException(voice.Id, utterance.Text, "it ended well but wrote no sound.")
            {
                Advice = "Check that the text is in a language of the voice, and that the disk has space.",
            };
        }
    }
}
