namespace ShortsFactory.Media.Tasks;

/// <summary>The speed of a task: a mean in which what lies further back counts less. Not thread-safe.</summary>
internal sealed class SpeedMeter(TimeProvider timeProvider)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);

    private double _done;
    private long? _last;
    private double _weight;
    private double _speed;

    /// <summary>Takes how much is done by now and returns the speed by the second; 0 until it is known.</summary>
    public double Add(double done)
    {
        if (_last is { } last && done >= _done)
        {
            var elapsed = timeProvider.GetElapsedTime(last);
            if (elapsed <= TimeSpan.Zero)
            {
                return Speed;
            }

            // Divided by the sum of weights, the mean is right from the beginning.
            var keep = Math.Exp(-(elapsed / Memory));
            _speed = (_speed * keep) + ((1 - keep) * (done - _done) / elapsed.TotalSeconds);
            _weight = (_weight * keep) + (1 - keep);
        }

        // What was there before, and a new beginning, say nothing of the speed.
        (_done, _last) = (done, timeProvider.GetTimestamp());
        return Speed;
    }

    private double Speed => _weight > 0 ? _speed / _weight : 0;
}
