using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Speech;

/// <summary>A synthesiser: a program that turns text into a wave file. It only describes commands; running them is the caller's part.</summary>
public interface ISpeechEngine : ITool
{
    /// <summary>Whether its voices can be made higher and lower.</summary>
    bool HasPitch => true;

    /// <summary>The commands that print the voices.</summary>
    IReadOnlyList<ProcessCommand> VoicesCommands { get; }

    /// <summary>Reads the voices from all that <see cref="VoicesCommands"/> printed.</summary>
    IReadOnlyList<Voice> ReadVoices(string output);

    /// <summary>The one of <paramref name="voices"/> that goes by <paramref name="name"/>, variants included; <see langword="null"/> if none does.</summary>
    Voice? Find(string name, IReadOnlyList<Voice> voices) => voices.FirstOrDefault(voice => string.Equals(voice.Name, name, StringComparison.Ordinal));

    /// <summary>Describes how one utterance is spoken into its wave file.</summary>
    ProcessCommand SpeakCommand(Utterance utterance);
}
