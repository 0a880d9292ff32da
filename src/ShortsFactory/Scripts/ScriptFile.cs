using System.Text;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Scripts;

/// <summary>Reads scripts from files, and refuses what is no text before anything else looks at it.</summary>
public static class ScriptFile
{
    /// <summary>The most that a script may have.</summary>
    internal const long MaximumBytes = 5 * BytesPerMegabyte;

    private const long BytesPerMegabyte = 1024 * 1024;

    /// <summary>Reads and parses a script: Markdown, plain text (UTF-8, or UTF-16 with a byte order mark) or JSON, up to 5 MB.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="isRecorded">Whether a recording speaks for it, whatever it says itself: then it may hold settings alone.</param>
    /// <exception cref="InvalidInputException">The file is missing, is no text, or cannot be used as a script.</exception>
    public static async Task<Script> ReadAsync(string path, CancellationToken cancellationToken, bool isRecorded = false)
    {
        var text = await ReadTextAsync(path, MaximumBytes, cancellationToken).ConfigureAwait(false);
        return ScriptParser.Parse(text, path, isRecorded);
    }

    /// <summary>Reads a script's text, of up to 5 MB, without looking into it.</summary>
    /// <exception cref="InvalidInputException">The file is missing, too large, or no text.</exception>
    public static Task<string> ReadTextAsync(string path, CancellationToken cancellationToken) => ReadTextAsync(path, MaximumBytes, cancellationToken);

    /// <summary>Reads the text of a file of at most <paramref name="maximumBytes"/>.</summary>
    /// <exception cref="InvalidInputException">The file is missing, too large, or no text.</exception>
    internal static async Task<string> ReadTextAsync(string path, long maximumBytes, CancellationToken cancellationToken) =>
        Decode(await ReadBytesAsync(path, maximumBytes, cancellationToken).ConfigureAwait(false), path);

    private static async Task<byte[]> ReadBytesAsync(string path, long maximumBytes, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidInputException("This is a directory. Name the script file inside it.", path);
        }

        if (!File.Exists(path))
        {
            throw new InvalidInputException("There is no such file. Check the name and the directory.", path);
        }

        try
        {
            if (new FileInfo(path).Length > maximumBytes)
            {
                throw new InvalidInputException($"The file is larger than {maximumBytes / BytesPerMegabyte} MB, which no script is. Name the script, not a recording or a picture.", path);
            }

            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The file cannot be read: {exception.Message} Check its permissions.", path, innerException: exception);
        }
    }

    private static string Decode(byte[] bytes, string path)
    {
        if (bytes.Length == 0)
        {
            throw new InvalidInputException("The file is empty. Write what is to be said.", path);
        }

        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(exception.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new InvalidInputException("The file is no UTF-8 text. Save it as UTF-8, or name the script if this is something else.", path, line, exception);
        }
    }
}
