namespace ShortsFactory.Batches.Tables;

/// <summary>A script that was made of a template and a row.</summary>
/// <param name="Text">The script.</param>
/// <param name="Lines">The line of the template, from 1, for each line of the script: cells may bring lines of their own.</param>
internal sealed record FilledScript(string Text, IReadOnlyList<int> Lines);
