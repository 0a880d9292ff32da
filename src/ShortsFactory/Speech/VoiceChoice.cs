namespace ShortsFactory.Speech;

/// <summary>A voice with the engine that speaks it.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Name">The voice's name within the engine.</param>
/// <param name="Language">The language that it speaks, as a BCP 47 tag.</param>
public sealed record VoiceChoice(ISpeechEngine Engine, string Name, string Language)
{
    /// <summary>How a script names it, such as <c>flite:slt</c>.</summary>
    public string Id => $"{Engine.Name}:{Name}";

    /// <summary>Whether it speaks <paramref name="language"/>, regions apart.</summary>
    public bool Speaks(string language) => IsSameLanguage(Language, language);

    internal static bool IsSameLanguage(string tag, string other) => LanguageTag.IsSame(tag, other);
}
