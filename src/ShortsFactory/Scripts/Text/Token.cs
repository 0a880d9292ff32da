namespace ShortsFactory.Scripts.Text;

/// <summary>A word of the script as it is shown, before it is known how it is said.</summary>
internal sealed record Token
{
    /// <summary>What is shown, without white space.</summary>
    public required string Text { get; init; }

    /// <summary>What <c>{shown|spoken}</c> says instead, empty for nothing; <see langword="null"/> where the word speaks for itself.</summary>
    public string? SpokenAs { get; init; }

    /// <summary>Whether the script emphasises it.</summary>
    public bool Emphasis { get; init; }

    /// <summary>Whether it follows the token before it without a space.</summary>
    public bool Joined { get; init; }

    /// <summary>The line of the file on which it stands, from 1.</summary>
    public int Line { get; init; } = 1;
}
