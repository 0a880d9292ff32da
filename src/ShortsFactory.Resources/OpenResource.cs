namespace ShortsFactory.Resources;

/// <summary>One resource that a scope holds right now.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Which one it is: a path, a program's name.</param>
/// <param name="Scope">The path of scopes that own it, such as <c>octopus/speech</c>.</param>
/// <param name="OpenedAt">The source file and line that opened it, such as <c>AudioStage.cs:94</c>.</param>
public readonly record struct OpenResource(ResourceKind Kind, string Label, string Scope, string OpenedAt);
