namespace ShortsFactory.Captions.Ass;

/// <summary>The styles of the document. For words they are also the three states that a word goes through.</summary>
internal enum AssStyle
{
    /// <summary>The box behind a group.</summary>
    Box,

    /// <summary>The shadow of a word.</summary>
    Shadow,

    /// <summary>A word that is still to be spoken.</summary>
    Text,

    /// <summary>The word that is being spoken.</summary>
    Active,

    /// <summary>A word that has been spoken.</summary>
    Spoken,
}
