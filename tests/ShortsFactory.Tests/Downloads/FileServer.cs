using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShortsFactory.Tests.Downloads;

/// <summary>A server on loopback that sends one file, as well or as badly as it is told; it speaks just enough HTTP/1.1, so that it can lie.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Task _serving;

    public FileServer(byte[] content)
    {
        Content = content;
        _listener.Start();
        _serving = ServeAsync();
    }

    public byte[] Content { get; set; }

    public Uri Address => At("/model.zip");

    /// <summary>The entity tag; empty to send none.</summary>
    public string Tag { get; set; } = "\"v1\"";

    public bool IgnoresRanges { get; set; }

    /// <summary>Sends the part that begins so many bytes later than was asked for.</summary>
    public int RangeError { get; set; }

    /// <summary>Breaks each answer off after so many bytes.</summary>
    public int? BreaksAfter { get; set; }

    /// <summary>Sends nothing more after so many bytes, and keeps the connection.</summary>
    public int? StallsAfter { get; set; }

    /// <summary>How much more, or less, it promises than it has.</summary>
    public int Lie { get; set; }

    /// <summary>Sends the content again and again, and never says how long it is.</summary>
    public bool IsEndless { get; set; }

    /// <summary>Waits so long after each 64 KiB.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Further headers of every answer that has the file, such as <c>Content-Type: text/html</c>.</summary>
    public IReadOnlyList<string> Headers { get; set; } = [];

    /// <summary>Contents of other paths.</summary>
    public Dictionary<string, byte[]> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a path is redirected to.</summary>
    public Dictionary<string, string> Redirects { get; } = new(StringComparer.Ordinal);

    /// <summary>What it answers with before it sends anything, in order.</summary>
    public ConcurrentQueue<string> Refusals { get; } = [];

    /// <summary>The Range header of each request; empty for a request of the whole.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>All headers of each request.</summary>
    public List<IReadOnlyList<string>> RequestHeaders { get; } = [];

    public Uri At(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true)
            {
                answering.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client has gone, as it may, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var headers = await ReadHeadersAsync(stream);
        if (headers is not [{ Length: > 0 } requestLine, ..])
        {
            return;
        }

        var path = requestLine.Split(' ')[1];
        var range = headers.FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)) ?? "";
        var version = headers.FirstOrDefault(line => line.StartsWith("If-Range: ", StringComparison.OrdinalIgnoreCase)) ?? "";
        lock (_lock)
        {
            Requests.Add(range);
            RequestHeaders.Add(headers);
        }

        if (Redirects.TryGetValue(path, out var location))
        {
            await WriteAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        if (Refusals.TryDequeue(out var refusal))
        {
            await WriteAsync(stream, $"HTTP/1.1 {refusal}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        await SendFileAsync(stream, Others.GetValueOrDefault(path, Content), range, version);
    }

    private async Task SendFileAsync(NetworkStream stream, byte[] content, string range, string version)
    {
        var from = range.Length > 0 && !IgnoresRanges && version.EndsWith(Tag, StringComparison.Ordinal)
            ? int.Parse(range.AsSpan("Range: bytes=".Length).TrimEnd('-'), CultureInfo.InvariantCulture) + RangeError
            : 0;
        if (from > 0 && from >= content.Length)
        {
            await WriteAsync(stream, $"HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */{content.Length}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        var status = from > 0 ? $"206 Partial Content\r\nContent-Range: bytes {from}-{content.Length - 1}/{content.Length}" : "200 OK";
        string[] lines =
        [
            .. Tag.Length > 0 ? [$"ETag: {Tag}"] : Array.Empty<string>(),
            .. IsEndless ? Array.Empty<string>() : [$"Content-Length: {content.Length - from + Lie}"],
            .. Headers,
        ];
        await WriteAsync(stream, $"HTTP/1.1 {status}\r\n{string.Concat(lines.Select(line => $"{line}\r\n"))}Connection: close\r\n\r\n");
        do
        {
            await SendAsync(stream, content, from);
        }
        while (IsEndless);
    }

    private async Task SendAsync(NetworkStream stream, byte[] content, int from)
    {
        const int block = 1 << 16;
        var end = Math.Min(content.Length, from + (BreaksAfter ?? StallsAfter ?? content.Length));
        for (var position = from; position < end; position += block)
        {
            await stream.WriteAsync(content.AsMemory(position, Math.Min(block, end - position)), _stop.Token);
            await Task.Delay(Delay, _stop.Token);
        }

        if (StallsAfter is not null)
        {
            // Until the client gives up and closes.
            _ = await stream.ReadAsync(new byte[1], _stop.Token);
        }
    }

    private async Task<IReadOnlyList<string>> ReadHeadersAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, _stop.Token) > 0)
        {
            text.Append((char)buffer[0]);
        }

        return text.ToString().Split("\r\n");
    }

    private Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), _stop.Token).AsTask();
}
