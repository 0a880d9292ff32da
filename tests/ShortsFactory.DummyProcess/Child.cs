using System.Globalization;
using System.Runtime.InteropServices;

namespace ShortsFactory.DummyProcess;

/// <summary>What a child can be told to do. Each that waits says <c>ready</c> first, when its signal handlers are in place.</summary>
internal static class Child
{
    public static int Sleep(string seconds)
    {
        Console.WriteLine("ready");
        Thread.Sleep(TimeSpan.FromSeconds(Number(seconds)));
        return 0;
    }

    public static int IgnoreSignals(string seconds)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        return Sleep(seconds);
    }

    public static int Flood(string stream, string bytes, string separator)
    {
        using var output = stream is "error" ? Console.OpenStandardError() : Console.OpenStandardOutput();
        using var writer = new StreamWriter(output);
        var line = new string('x', 100) + separator;
        for (var written = 0L; written < Number(bytes); written += line.Length)
        {
            writer.Write(line);
        }

        return 0;
    }

    public static int Count(string lines, string pauseMilliseconds)
    {
        for (var line = 1; line <= Number(lines); line++)
        {
            Console.WriteLine(line);
            Thread.Sleep(TimeSpan.FromMilliseconds(Number(pauseMilliseconds)));
        }

        return 0;
    }

    public static int Exit(string exitCode, string[] lastWords)
    {
        foreach (var line in lastWords)
        {
            Console.Error.WriteLine(line);
        }

        return (int)Number(exitCode);
    }

    public static int Echo()
    {
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
