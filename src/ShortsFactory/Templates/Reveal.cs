namespace ShortsFactory.Templates;

/// <summary>When the words of a group become visible.</summary>
internal enum Reveal
{
    /// <summary>All with the group.</summary>
    Group,

    /// <summary>Each when it is spoken.</summary>
    Word,

    /// <summary>Each when it is spoken, letter by letter.</summary>
    Letter,
}
