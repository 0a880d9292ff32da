namespace ShortsFactory.Templates;

/// <summary>Which punctuation captions show; subtitle files always keep all of it.</summary>
internal enum PunctuationRule
{
    /// <summary>All of it.</summary>
    Keep,

    /// <summary>No comma, full stop, colon or semicolon at the end of a word; question and exclamation marks stay.</summary>
    Trim,
}
