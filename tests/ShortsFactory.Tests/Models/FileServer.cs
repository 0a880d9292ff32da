using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShortsFactory.Tests.Models;

/// <summary>A server on loopback that sends one file, as well or as badly as it is told; it speaks just enough HTTP/1.1, so that it can lie.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FileServer(byte[] content)
    {
        Content = content;
        _listener.Start();
        _serving = ServeAsync();
    }

    public byte[] Content { get; set; }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/model.zip");

    /// <summary>The entity tag; empty to send none.</summary>
    public string Tag { get; set; } = "\"v1\"";

    public bool IgnoresRanges { get; set; }

    /// <summary>Breaks each answer off after so many bytes.</summary>
    public int? BreaksAfter { get; set; }

    /// <summary>Sends nothing more after so many bytes, and keeps the connection.</summary>
    public int? StallsAfter { get; set; }

    /// <summary>How much more, or less, it promises than it has.</summary>
    public int Lie { get; set; }

    /// <summary>Waits so long after each 64 KiB.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What it answers with before it sends anything, in order.</summary>
    public Queue<string> Refusals { get; } = [];

    /// <summary>The Range header of each request; empty for a request of the whole.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await AnswerAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // The client has gone, as it may.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var headers = await ReadHeadersAsync(stream);
        var range = headers.FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)) ?? "";
        var version = headers.FirstOrDefault(line => line.StartsWith("If-Range: ", StringComparison.OrdinalIgnoreCase)) ?? "";
        Requests.Add(range);
        if (Refusals.TryDequeue(out var refusal))
        {
            await WriteAsync(stream, $"HTTP/1.1 {refusal}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        var from = range.Length > 0 && !IgnoresRanges && version.EndsWith(Tag, StringComparison.Ordinal)
            ? int.Parse(range.AsSpan("Range: bytes=".Length).TrimEnd('-'), CultureInfo.InvariantCulture)
            : 0;
        if (from > 0 && from >= Content.Length)
        {
            await WriteAsync(stream, $"HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */{Content.Length}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        var status = from > 0 ? $"206 Partial Content\r\nContent-Range: bytes {from}-{Content.Length - 1}/{Content.Length}" : "200 OK";
        var tag = Tag.Length > 0 ? $"ETag: {Tag}\r\n" : "";
        await WriteAsync(stream, $"HTTP/1.1 {status}\r\n{tag}Content-Length: {Content.Length - from + Lie}\r\nConnection: close\r\n\r\n");
        await SendAsync(stream, from);
    }

    private async Task SendAsync(NetworkStream stream, int from)
    {
        const int block = 1 << 16;
        var end = Math.Min(Content.Length, from + (BreaksAfter ?? StallsAfter ?? Content.Length));
        for (var position = from; position < end; position += block)
        {
            await stream.WriteAsync(Content.AsMemory(position, Math.Min(block, end - position)), _stop.Token);
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
