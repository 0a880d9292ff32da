namespace ShortsFactory.Resources;

/// <summary>Something in a scope's list, with the one way to give it back.</summary>
internal interface IOwnedResource
{
    ResourceKind Kind { get; }

    string Label { get; }

    /// <summary>The source file and line that opened it.</summary>
    string OpenedAt { get; }

    ValueTask ReleaseAsync();
}
