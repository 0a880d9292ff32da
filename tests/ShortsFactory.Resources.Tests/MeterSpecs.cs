using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources.Tests;

/// <summary>The meter is one for the whole process, and other tests count on it at the same time: only lower bounds can be asserted.</summary>
public sealed class MeterSpecs : IDisposable
{
    private const int Limit = 60_000;

    private readonly ConcurrentDictionary<string, long> _sums = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public MeterSpecs()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is "ShortsFactory.Resources")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, measurement, tags, _) =>
        {
            var name = tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
            Assert.Equal(instrument.Name.StartsWith("resources.", StringComparison.Ordinal), tags is [{ Key: "kind" }]);
            _sums.AddOrUpdate(name, measurement, (_, sum) => instrument is Counter<long> ? sum + measurement : measurement);
        });
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact(Timeout = Limit)]
    public async Task Every_kind_is_counted_with_its_level_and_the_highest_one()
    {
        await using (var run = new TestRun())
        {
            _ = run.Scope.Directory;
            run.Scope.Own(new Probe(() => throw new IOException("as told")), "broken");
            run.Scope.CreateFile("voice.wav");
            await run.Scope.StartReadyAsync(Dummy.Command("sleep", "300"));
            _listener.RecordObservableInstruments();
            Assert.All(["scope", "directory", "file", "handle", "process"], kind => Assert.InRange(_sums[$"resources.live {kind}"], 1, long.MaxValue));
        }

        _listener.RecordObservableInstruments();
        Assert.All(["scope", "directory", "file", "handle", "process"], kind =>
        {
            Assert.InRange(_sums[$"resources.opened {kind}"], 1, long.MaxValue);
            Assert.InRange(_sums[$"resources.released {kind}"], 1, long.MaxValue);
            Assert.InRange(_sums[$"resources.high_water {kind}"], 1, long.MaxValue);
        });
        Assert.InRange(_sums["resources.cleanup_failures handle"], 1, long.MaxValue);
        Assert.InRange(_sums["process.handles"], 3, long.MaxValue);
        Assert.InRange(_sums["process.managed_memory"], 1_000, long.MaxValue);
    }

    [Fact(Timeout = Limit)]
    public async Task Scope_that_nobody_releases_is_reported_with_the_line_that_opened_it()
    {
        var log = new MemoryLog();
        Forget(log);
        for (var round = 0; round < 100 && log.Lines.IsEmpty; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10);
        }

        var line = Assert.Single(log.Lines);
        Assert.Matches(@"The scope forgotten, opened at MeterSpecs\.cs:\d+, was never released; it still owns: waves \(MeterSpecs\.cs:\d+\)", line);
        Assert.InRange(_sums["resources.leaked scope"], 1, long.MaxValue);
        Assert.InRange(_sums["resources.leaked handle"], 1, long.MaxValue);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(MemoryLog log) =>
        new ResourceScopes(new ResourceOptions(), TimeProvider.System, log).Open("forgotten").Own(new Probe(() => { }), "waves");

    private sealed class MemoryLog : ILogger<ResourceScopes>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));
    }
}
