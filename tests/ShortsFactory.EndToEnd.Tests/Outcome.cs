namespace ShortsFactory.EndToEnd.Tests;

/// <summary>How a run of the program ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public void MustBe(int exitCode) =>
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode} instead of {exitCode}.\n{Output}\n{Error}");

    public void MustShow(params string[] texts)
    {
        MustBe(0);
        Assert.All(texts, text => Assert.Contains(text, Output, StringComparison.Ordinal));
    }
}
