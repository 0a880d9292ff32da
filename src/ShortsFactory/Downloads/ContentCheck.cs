using System.Text;
using System.Text.Json;
using FFMpegCore;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads;

/// <summary>Finds out what was fetched by looking into it, whatever it was called, and lets nothing pass but media.</summary>
internal sealed class ContentCheck(Ffmpeg ffmpeg)
{
    private const int Longest = 256;
    private const string Advice = "Give the address of a video, picture or sound itself; 'shorts fetch --help' says what else can be fetched.";

    private static readonly string[] Lists = ["#EXTM3U", "ffconcat ", "<MPD", "[playlist]", "v=0"];

    /// <summary>The format of a file, as ffprobe names it.</summary>
    /// <exception cref="InvalidInputException">It is no media, or a list of other files.</exception>
    public async Task<string> IdentifyAsync(string path, WebAddress address, ResourceScope scope, CancellationToken cancellationToken)
    {
        var start = await ReadStartAsync(path, cancellationToken).ConfigureAwait(false);
        if (IsList(start))
        {
            throw new InvalidInputException("it is a playlist, which names other files; these are not opened.", address.ToString()) { Advice = Advice };
        }

        if (MediaFormats.OfStill(start) is { } still)
        {
            return still;
        }

        try
        {
            var result = await scope.RunAsync(ffmpeg.ProbeUntrusted(path, MediaFormats.Names), cancellationToken).ConfigureAwait(false);
            var analysis = FFProbe.FromJson(result.StandardOutput);
            var endsEarly = analysis.Format.FormatName.StartsWith("mov", StringComparison.Ordinal) && Mp4File.EndsEarly(path);
            if (!endsEarly && MediaProbe.Describe(path, analysis) is not null)
            {
                return analysis.Format.FormatName;
            }
        }
        catch (Exception exception) when (exception is ProcessFailedException or JsonException)
        {
            // What ffprobe says of it names the temporary path and nothing that helps.
        }

        throw new InvalidInputException("what the server sent is not a video, picture or sound that can be read, or it is not whole.", address.ToString()) { Advice = Advice };
    }

    private static bool IsList(byte[] start)
    {
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return Lists.Any(list => text.StartsWith(list, StringComparison.OrdinalIgnoreCase)) || text.Contains("<MPD", StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReadStartAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = new byte[Longest];
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using (file.ConfigureAwait(false))
        {
            var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return bytes[..count];
        }
    }
}
