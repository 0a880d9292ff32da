using System.Runtime.CompilerServices;

namespace ShortsFactory.Tests;

/// <summary>
/// Compares a whole text with the approved one beside the test: <c>Name.approved.txt</c>.
/// On a difference the received text is left beside it as <c>Name.received.txt</c>, to be looked at and renamed.
/// </summary>
internal static class Golden
{
    public static void Matches(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        var approved = stem + ".approved.txt";
        var received = stem + ".received.txt";
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (File.Exists(approved) && string.Equals(File.ReadAllText(approved), text, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        Assert.Equal(expected, text);
    }
}
