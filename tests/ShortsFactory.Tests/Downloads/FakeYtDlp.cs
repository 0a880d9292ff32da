namespace ShortsFactory.Tests.Downloads;

/// <summary>A shell script in the place of yt-dlp.</summary>
internal static class FakeYtDlp
{
    public const string Page = "<!doctype html><title>A page</title>";

    /// <summary>Writes the script and returns its path; its address is in <c>$address</c>, its proxy in <c>$proxy</c>.</summary>
    public static string Write(TestRun run, string behaviour)
    {
        var path = run.Scope.PathOf("yt-dlp");
        File.WriteAllText(
            path,
            $"""
            #!/bin/sh
            read -r address
            while [ $# -gt 0 ]; do
                [ "$1" != --proxy ] || proxy=$2
                shift
            done
            {behaviour}

            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
