using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media.Images;

/// <summary>Tells what ImageMagick stumbled over in the user's words.</summary>
internal static class ImageFault
{
    private const string Advice = "Open it in a viewer to see whether it is whole; png and jpg are safe choices.";

    /// <summary>What it says, as a warning, of a file that ends too early: it fills up the rest with grey.</summary>
    private static readonly string[] Incomplete = ["Premature end", "unexpected end-of-file", "insufficient image data", "Read error", "truncated", "corrupt"];

    private static readonly string[] Exhausted = ["resources exhausted", "exceeds limit", "limit exceeded", "memory allocation failed", "Insufficient memory", "time limit", "too many"];

    /// <summary>Signals that end a program which may not have more memory: abort and segmentation fault.</summary>
    private static readonly int[] DiedOfMemory = [134, 139];

    /// <summary>Whether it could not read all of a file.</summary>
    public static bool SaysIncomplete(string output) => Says(output, Incomplete);

    /// <summary>What a failed run means.</summary>
    public static InvalidInputException Of(string path, ImageFormat format, ProcessFailedException exception) =>
        Says(exception.StandardErrorTail, Exhausted) || DiedOfMemory.Contains(exception.ExitCode)
            ? new InvalidInputException(
                $"it takes more to read this {format.Name} than is allowed (Images:MemoryLimit, Images:DiskLimit, Images:TimeLimit).", path, innerException: exception)
            {
                Advice = "Scale it down, or raise these limits with --set if the file is to be trusted.",
            }
            : Unreadable(path, format, exception.StandardErrorTail, exception);

    /// <summary>The error for a picture that is broken, or of a kind of its format that is not known here.</summary>
    public static InvalidInputException Unreadable(string path, ImageFormat format, string output, Exception? innerException)
    {
        var said = output.Split('\n').Select(Essence).FirstOrDefault(line => line.Length > 0);
        return new InvalidInputException(
            $"the {format.Name} picture is broken, or of a kind that cannot be read here{(said is null ? "." : $": {said}.")}", path, innerException: innerException)
        {
            Advice = Advice,
        };
    }

    /// <summary>What a line of ImageMagick's says, without its names of itself, of our link and of its source code.</summary>
    private static string Essence(string line)
    {
        var said = line.Contains("no images defined", StringComparison.Ordinal) ? "" : line.Split(" @ ")[0].Trim();
        var colon = said.IndexOf(": ", StringComparison.Ordinal);
        return (colon > 0 ? said[(colon + 2)..] : said).Trim().TrimEnd('.');
    }

    private static bool Says(string output, string[] words) => words.Any(word => output.Contains(word, StringComparison.OrdinalIgnoreCase));
}
