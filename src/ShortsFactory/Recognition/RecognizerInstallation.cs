using System.Globalization;
using ShortsFactory.Resources;

namespace ShortsFactory.Recognition;

/// <summary>Where the recogniser program and its library lie.</summary>
public sealed record RecognizerInstallation
{
    /// <summary>Path of the recogniser program.</summary>
    public required string Program { get; init; }

    /// <summary>Path of libvosk.</summary>
    public required string Library { get; init; }

    /// <summary>Finds both: where <paramref name="options"/> say, else where set-up and build put them.</summary>
    /// <exception cref="ToolMissingException">One of them is not there.</exception>
    public static RecognizerInstallation Find(RecognitionOptions options, Home home) => new()
    {
        Program = FirstExisting("shorts-recognizer", Candidates(options.RecognizerPath, Path.Combine(AppContext.BaseDirectory, ProgramName))),
        Library = FirstExisting(
            "libvosk",
            Candidates(options.LibraryPath, Path.Combine(home.NativeLibraries, LibraryName), Path.Combine(AppContext.BaseDirectory, LibraryName))),
    };

    private static string ProgramName => OperatingSystem.IsWindows() ? "shorts-recognizer.exe" : "shorts-recognizer";

    private static string LibraryName =>
        OperatingSystem.IsWindows() ? "libvosk.dll" : OperatingSystem.IsMacOS() ? "libvosk.dylib" : "libvosk.so";

    internal ProcessCommand Command(int workers) => new()
    {
        FileName = Program,
        Arguments = ["--library", Library, "--workers", workers.ToString(CultureInfo.InvariantCulture)],
        Interactive = true,

        // It waits for as long as the speech takes to be made; each of its answers has a limit of its own.
        TimeLimit = Timeout.InfiniteTimeSpan,
    };

    private static IReadOnlyList<string> Candidates(string chosen, params IReadOnlyList<string> usual) =>
        chosen.Length > 0 ? [Path.GetFullPath(chosen)] : usual;

    private static string FirstExisting(string tool, IReadOnlyList<string> candidates) =>
        candidates.FirstOrDefault(File.Exists)
        ?? throw new ToolMissingException(tool, $"{tool} is missing: it is not at {string.Join(" nor at ", candidates)}.")
        {
            Advice = "Run './shorts doctor': it sets up what is missing.",
        };
}
