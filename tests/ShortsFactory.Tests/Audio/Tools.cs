using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Audio;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Audio;

/// <summary>The real programs that waves come from and are judged by.</summary>
internal static partial class Tools
{
    public static async Task<string> FliteAsync(TestRun run, string name, string voice, string text)
    {
        var path = run.Scope.PathOf(name);
        await RunAsync(run, "flite", "-voice", voice, "-t", text, "-o", path);
        return path;
    }

    public static async Task<string> EspeakAsync(TestRun run, string name, string text)
    {
        var path = run.Scope.PathOf(name);
        await RunAsync(run, "espeak-ng", "-w", path, text);
        return path;
    }

    public static async Task<string> ConvertAsync(
        TestRun run, string source, string name, CancellationToken cancellationToken, params string[] arguments)
    {
        var path = run.Scope.PathOf(name);
        await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-v", "error", "-y", "-i", source, .. arguments, path] }, cancellationToken);
        return path;
    }

    /// <summary>What ffmpeg's meter says of a file.</summary>
    public static async Task<Loudness> EbuR128Async(TestRun run, string path, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        await run.Scope.RunAsync(
            new ProcessCommand
            {
                FileName = "ffmpeg",
                Arguments = ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"],
                OnErrorLine = lines.Add,
            },
            cancellationToken);
        return new Loudness(Last(lines, Integrated()), Last(lines, Peak()));
    }

    private static double Last(List<string> lines, Regex pattern) =>
        double.Parse(lines.Select(line => pattern.Match(line)).Last(match => match.Success).Groups["value"].Value, CultureInfo.InvariantCulture);

    private static Task<ProcessResult> RunAsync(TestRun run, string tool, params string[] arguments) =>
        run.Scope.RunAsync(new ProcessCommand { FileName = tool, Arguments = arguments }, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"^\s*I:\s*(?<value>\S+) LUFS", RegexOptions.None, 1000)]
    private static partial Regex Integrated();

    [GeneratedRegex(@"^\s*Peak:\s*(?<value>\S+) dBFS", RegexOptions.None, 1000)]
    private static partial Regex Peak();
}
