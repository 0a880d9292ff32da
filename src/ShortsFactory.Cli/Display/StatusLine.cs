namespace ShortsFactory.Cli.Display;

/// <summary>One line on standard error that tells how far something is: on a terminal it is redrawn in place, elsewhere each telling is a line of its own.</summary>
internal sealed class StatusLine
{
    private const int LeastRoom = 20;

    private int _width;

    /// <summary>Whether it is redrawn in place.</summary>
    public bool IsTerminal { get; } = !Console.IsErrorRedirected;

    /// <summary>Shows a text in place of the one before.</summary>
    public void Write(string line)
    {
        if (!IsTerminal)
        {
            Console.Error.WriteLine(line);
            return;
        }

        var room = Math.Max(LeastRoom, Console.WindowWidth - 1);
        line = line.Length > room ? line[..room] : line;
        Console.Error.Write($"\r{line.PadRight(_width)}");
        _width = line.Length;
    }

    /// <summary>Makes room for something else.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            Console.Error.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    /// <summary>Leaves the text where it is, and goes on below it.</summary>
    public void End()
    {
        if (_width > 0)
        {
            Console.Error.WriteLine();
            _width = 0;
        }
    }
}
