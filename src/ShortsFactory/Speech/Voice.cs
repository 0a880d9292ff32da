namespace ShortsFactory.Speech;

/// <summary>A voice that is installed.</summary>
/// <param name="Engine">The engine's name, such as <c>flite</c>.</param>
/// <param name="Name">The voice's name, such as <c>slt</c> or <c>en-us</c>.</param>
/// <param name="Language">The language, as a BCP 47 tag.</param>
/// <param name="Description">A few words for a list.</param>
public sealed record Voice(string Engine, string Name, string Language, string Description)
{
    /// <summary>How a script names it, such as <c>flite:slt</c>.</summary>
    public string Id => $"{Engine}:{Name}";
}
