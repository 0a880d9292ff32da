namespace ShortsFactory.Resources;

/// <summary>Keeps the last lines of a text, up to a size; thread-safe.</summary>
internal sealed class TextTail(int capacity)
{
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();
    private int _length;

    public void Add(string line)
    {
        var kept = line.Length > capacity ? line[^capacity..] : line;
        lock (_lock)
        {
            _lines.Enqueue(kept);
            _length += kept.Length + 1;
            while (_length > capacity && _lines.Count > 1)
            {
                _length -= _lines.Dequeue().Length + 1;
            }
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }
}
