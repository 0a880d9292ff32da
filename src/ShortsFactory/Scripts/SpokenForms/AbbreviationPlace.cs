namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Where an abbreviation stands, which tells whether its full stop ends the sentence.</summary>
internal enum AbbreviationPlace
{
    /// <summary>Before a name: its full stop never ends a sentence.</summary>
    BeforeName,

    /// <summary>Before a number, and an ordinary word elsewhere ("No. 5", "No.").</summary>
    BeforeNumber,

    /// <summary>Between other words: its full stop never ends a sentence.</summary>
    Inside,

    /// <summary>Anywhere: its full stop ends the sentence if a new one seems to begin.</summary>
    Anywhere,
}
