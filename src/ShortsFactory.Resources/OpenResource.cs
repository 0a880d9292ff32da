namespace ShortsFactory.Resources;

/// <summary>One resource that a scope holds right now.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Which one it is: a path, a program's name.</param>
/// <param name="Scope">The path of scopes that own it, such as <c>octopus/speech</c>.</param>
public readonly record struct OpenResource(ResourceKind Kind, string Label, string Scope);
