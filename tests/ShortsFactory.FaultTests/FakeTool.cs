namespace ShortsFactory.FaultTests;

/// <summary>Puts a shell script in the place of a program that the product starts.</summary>
internal static class FakeTool
{
    /// <summary>Answers what the product asks before the work; the work itself is <paramref name="behaviour"/>, and <c>$output</c> the file that it should write.</summary>
    public static void Place(ShortsProgram shorts, string name, string behaviour, string? version = null)
    {
        var folder = Directory.CreateDirectory(shorts.PathOf("bin")).FullName;
        var path = Path.Combine(folder, name);
        File.WriteAllText(
            path,
            $"""
            #!/bin/sh
            case "$*" in
            -lv) echo "Voices available: kal awb_time kal16 awb rms slt"; exit ;;
            --version | -version) echo "{version ?? $"{name} version 0.0"}"; exit ;;
            esac
            for output; do :; done
            {behaviour}

            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The PATH on which the scripts come first.</summary>
    public static string PathFor(ShortsProgram shorts) => $"{shorts.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
}
