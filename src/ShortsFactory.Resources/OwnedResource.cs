namespace ShortsFactory.Resources;

/// <summary>An owned resource that does not know of scopes: a stream, a directory.</summary>
internal sealed class OwnedResource(ResourceKind kind, string label, string openedAt, Func<ValueTask> releaseAsync) : IOwnedResource
{
    public ResourceKind Kind { get; } = kind;

    public string Label { get; } = label;

    public string OpenedAt { get; } = openedAt;

    public ValueTask ReleaseAsync() => releaseAsync();
}
