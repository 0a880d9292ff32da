using ShortsFactory.Scripts.SpokenForms;

namespace ShortsFactory.Scripts;

/// <summary>Foresees how long a script takes to say, before a voice has said it.</summary>
internal static class ScriptLength
{
    private const double WordsPerMinute = 165;

    /// <summary>The spoken words at 165 a minute (or the script's rate), and the silences that the script asks for.</summary>
    public static TimeSpan Estimate(Script script)
    {
        var words = script.Sentences.Sum(sentence => SpokenText.Words(sentence.Spoken).Count);
        var silence = script.Sentences.Sum(sentence => sentence.PauseAfter?.TotalSeconds ?? 0);
        return TimeSpan.FromMinutes(words / (script.Rate ?? WordsPerMinute)) + TimeSpan.FromSeconds(silence);
    }
}
