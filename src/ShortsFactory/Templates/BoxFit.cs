namespace ShortsFactory.Templates;

/// <summary>How large the box behind a group is.</summary>
internal enum BoxFit
{
    /// <summary>As large as the group's words.</summary>
    Words,

    /// <summary>As large as the most and widest lines that there may be, so that it never changes.</summary>
    Lines,
}
