using System.Globalization;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Adds up how far chunks are that are encoded side by side. Thread-safe.</summary>
internal sealed class PictureProgress(int frames, IProgress<StageProgress> progress, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<FrameSpan, long> _made = [];
    private readonly long _started = timeProvider.GetTimestamp();
    private long _kept;

    /// <summary>A chunk has come this far.</summary>
    public void Report(FrameSpan chunk, long made)
    {
        lock (_lock)
        {
            _made[chunk] = made;
            Report();
        }
    }

    /// <summary>A chunk is there: what of it was not made now was made by an earlier run.</summary>
    public void Finish(FrameSpan chunk)
    {
        lock (_lock)
        {
            _kept += chunk.Length - _made.GetValueOrDefault(chunk);
            Report();
        }
    }

    private void Report()
    {
        var made = _made.Values.Sum();
        var speed = made / timeProvider.GetElapsedTime(_started).TotalSeconds;
        var done = made + _kept;
        var detail = made > 0 ? string.Create(CultureInfo.InvariantCulture, $"{speed:0} fps, {(frames - done) / speed:0} s left") : null;
        progress.Report(new StageProgress(StageName.Compositing, Math.Min(1, (double)done / frames), detail));
    }
}
