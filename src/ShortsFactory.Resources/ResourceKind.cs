namespace ShortsFactory.Resources;

/// <summary>What a scope can own.</summary>
public enum ResourceKind
{
    /// <summary>A nested scope.</summary>
    Scope,

    /// <summary>A temporary directory.</summary>
    Directory,

    /// <summary>An open file.</summary>
    File,

    /// <summary>Another disposable object.</summary>
    Handle,

    /// <summary>A child process.</summary>
    Process,
}
