using System.Text;

namespace ShortsFactory.Resources;

/// <summary>
/// Splits a child's output into lines while it is read, so that its pipe never fills up. Empty lines are left out.
/// A line that never ends is cut, so a flood cannot take the memory.
/// </summary>
internal static class LineReader
{
    public const int LongestLine = 1 << 20;

    /// <param name="stream">The output; it is not closed.</param>
    /// <param name="onRead">Called whenever anything at all was read.</param>
    /// <param name="onLine">Called for each line, without its end.</param>
    /// <param name="cancellationToken">Ends the reading before the end of the stream.</param>
    public static async Task ReadAsync(Stream stream, Action onRead, Action<string> onLine, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 16_384, leaveOpen: true);
        var buffer = new char[16_384];
        var line = new StringBuilder();
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            onRead();
            Split(buffer.AsSpan(0, count), line, onLine);
        }

        Emit(line, onLine);
    }

    private static void Split(ReadOnlySpan<char> text, StringBuilder line, Action<string> onLine)
    {
        // ffmpeg ends its status lines with a carriage return alone.
        int end;
        while ((end = text.IndexOfAny('\n', '\r')) >= 0)
        {
            Append(line, text[..end]);
            Emit(line, onLine);
            text = text[(end + 1)..];
        }

        Append(line, text);
    }

    private static void Append(StringBuilder line, ReadOnlySpan<char> text) =>
        line.Append(text[..Math.Min(text.Length, LongestLine - line.Length)]);

    private static void Emit(StringBuilder line, Action<string> onLine)
    {
        if (line.Length > 0)
        {
            onLine(line.ToString());
            line.Clear();
        }
    }
}
