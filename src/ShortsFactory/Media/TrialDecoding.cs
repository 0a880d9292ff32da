using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media;

/// <summary>Decodes a moment of a file before any work depends on it: its checksum is the shortest proof that there is something to decode.</summary>
internal static class TrialDecoding
{
    /// <param name="ffmpeg">Describes the run.</param>
    /// <param name="arguments">The input, and which moment of which stream.</param>
    /// <param name="refuse">The error for a file of which nothing can be decoded, and what ffmpeg failed with, if it did.</param>
    /// <param name="scope">Its directory holds the input.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidInputException">Nothing can be decoded.</exception>
    public static async Task RunAsync(
        Ffmpeg ffmpeg, IReadOnlyList<string> arguments, Func<Exception?, InvalidInputException> refuse, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var result = await scope.RunAsync(ffmpeg.Convert([.. arguments, "-f", "framecrc", "-"], scope.Directory), cancellationToken).ConfigureAwait(false);
            if (!result.StandardOutput.Split('\n').Any(line => line.StartsWith("0,", StringComparison.Ordinal)))
            {
                throw refuse(null);
            }
        }
        catch (ProcessFailedException exception)
        {
            throw refuse(exception);
        }
    }
}
