namespace ShortsFactory.Backgrounds;

/// <summary>Which file of a folder a scene gets.</summary>
internal enum FolderPick
{
    /// <summary>The next one by name.</summary>
    Next,

    /// <summary>The next one of an order that the seed chooses.</summary>
    Random,
}
