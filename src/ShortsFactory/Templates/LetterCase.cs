namespace ShortsFactory.Templates;

/// <summary>How the script's letters are shown.</summary>
internal enum LetterCase
{
    /// <summary>As the script writes them.</summary>
    AsIs,

    /// <summary>All in small letters.</summary>
    Lower,

    /// <summary>All in capitals.</summary>
    Upper,
}
