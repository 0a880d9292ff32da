using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>Independent witnesses: ffmpeg and ffprobe, run by the tests themselves.</summary>
internal static class MediaTool
{
    /// <summary>Runs a tool and returns what it printed on both streams.</summary>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Start(tool, arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output + await error;
    }

    /// <summary>Decodes a file's sound to mono samples.</summary>
    public static async Task<float[]> DecodeAsync(string path, int sampleRate)
    {
        using var process = Start("ffmpeg", "-nostdin", "-v", "error", "-i", path, "-vn", "-ac", "1", "-ar", $"{sampleRate}", "-f", "f32le", "-");
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return MemoryMarshal.Cast<byte, float>(bytes.ToArray()).ToArray();
    }

    private static Process Start(string tool, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
}
