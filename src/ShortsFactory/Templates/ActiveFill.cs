namespace ShortsFactory.Templates;

/// <summary>How the colour of the word that is being spoken comes into it.</summary>
internal enum ActiveFill
{
    /// <summary>Into the whole word at once.</summary>
    Whole,

    /// <summary>From its start to its end, as it is spoken.</summary>
    Sweep,
}
