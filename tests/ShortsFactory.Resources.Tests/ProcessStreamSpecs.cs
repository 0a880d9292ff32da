using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;

namespace ShortsFactory.Resources.Tests;

public sealed class ProcessStreamSpecs
{
    private const int Limit = 120_000;

    [Fact(Timeout = Limit)]
    public async Task Flood_of_output_is_read_to_its_end_and_kept_up_to_a_size()
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(Dummy.Command("flood", "output", "60000000"), CancellationToken.None);

        Assert.InRange(result.StandardOutput.Length, 16_000_000, 16 << 20);
        Assert.EndsWith("x\n", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Flood_of_errors_is_read_to_its_end_and_only_the_tail_is_kept()
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(Dummy.Command("flood", "error", "60000000"), CancellationToken.None);

        Assert.InRange(result.StandardErrorTail.Length, 3_000, 4 << 10);
        Assert.Empty(result.StandardOutput);
    }

    [Fact(Timeout = Limit)]
    public async Task Line_without_an_end_is_cut()
    {
        await using var run = new TestRun();
        var lengths = new ConcurrentQueue<int>();

        await run.Scope.RunAsync(
            Dummy.Command("flood-without-end-of-line", "output", "20000000") with { OnOutputLine = line => lengths.Enqueue(line.Length) },
            CancellationToken.None);

        Assert.Equal([LineReader.LongestLine], lengths);
    }

    [Fact(Timeout = Limit)]
    public async Task Last_line_needs_no_end()
    {
        await using var run = new TestRun();
        var lines = new ConcurrentQueue<string>();

        await run.Scope.RunAsync(Dummy.Command("say", "frame 1\rframe 2\r\n\nlast") with { OnOutputLine = lines.Enqueue }, CancellationToken.None);

        Assert.Equal("frame 1|frame 2|last", string.Join('|', lines));
    }

    [Fact(Timeout = Limit)]
    public async Task Text_given_to_standard_input_arrives_whole()
    {
        await using var run = new TestRun();
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"line {number}: ü 😀\n"));

        var result = await run.Scope.RunAsync(new ProcessCommand { FileName = "cat", StandardInput = text }, CancellationToken.None);

        Assert.Equal(text, result.StandardOutput);
    }

    [Fact(Timeout = Limit)]
    public async Task Input_that_the_child_does_not_read_holds_nothing_up()
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(
            new ProcessCommand { FileName = "true", StandardInput = new string('x', 10_000_000) }, CancellationToken.None);

        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Interactive_child_answers_line_by_line_and_ends_with_its_input()
    {
        await using var run = new TestRun();
        var answers = Channel.CreateUnbounded<string>();
        await using var process = run.Scope.Start(
            Dummy.Command("echo") with { Interactive = true, OnOutputLine = line => answers.Writer.TryWrite(line) }, CancellationToken.None);

        for (var number = 0; number < 100; number++)
        {
            await process.WriteLineAsync($"question {number} 😀", CancellationToken.None);
            Assert.Equal($"question {number} 😀", await answers.Reader.ReadAsync());
        }

        process.CloseInput();
        Assert.Equal(0, (await process.Completion).ExitCode);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await process.WriteLineAsync("too late", CancellationToken.None));
    }

    [Fact(Timeout = Limit)]
    public async Task Exception_of_the_code_that_takes_a_line_stops_the_child_and_is_seen()
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<FormatException>(() => run.Scope.RunAsync(
            Dummy.Command("grandchild", "detached", "300") with { OnOutputLine = _ => throw new FormatException("not JSON") }, CancellationToken.None));

        Assert.Equal("not JSON", error.Message);
        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    [Theory(Timeout = Limit)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4096)]
    public async Task Characters_that_are_cut_between_two_reads_stay_whole(int chunk)
    {
        var text = string.Concat(Enumerable.Repeat("äöü 😀\n", 1_000));
        await using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(text), chunk);
        var lines = new List<string>();

        await LineReader.ReadAsync(stream, () => { }, lines.Add, CancellationToken.None);

        Assert.Equal(1_000, lines.Count);
        Assert.All(lines, line => Assert.Equal("äöü 😀", line));
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
