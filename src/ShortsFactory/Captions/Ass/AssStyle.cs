namespace ShortsFactory.Captions.Ass;

/// <summary>The styles of the document. For words they are also the three states that a word goes through.</summary>
internal enum AssStyle
{
    /// <summary>The box behind a group.</summary>
    Box,

    /// <summary>The box or the stroke that marks the word that is being spoken.</summary>
    Mark,

    /// <summary>The light around a word.</summary>
    Glow,

    /// <summary>The shadow of a word.</summary>
    Shadow,

    /// <summary>A word that is still to be spoken.</summary>
    Text,

    /// <summary>The word that is being spoken.</summary>
    Active,

    /// <summary>A word that has been spoken.</summary>
    Spoken,
}
