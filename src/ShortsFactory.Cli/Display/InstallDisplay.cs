using System.Diagnostics;
using System.Globalization;
using ShortsFactory.Models;

namespace ShortsFactory.Cli.Display;

/// <summary>Shows on standard error how far an installation is: one line that is redrawn on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class InstallDisplay : IProgress<InstallProgress>, IDisposable
{
    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly StatusLine _line = new();
    private readonly Lock _lock = new();
    private string _step = "";
    private long _last;

    /// <inheritdoc />
    public void Report(InstallProgress value)
    {
        lock (_lock)
        {
            var isNew = !string.Equals(value.Step, _step, StringComparison.Ordinal);
            if (!isNew && Stopwatch.GetElapsedTime(_last) < (_line.IsTerminal ? RedrawInterval : LineInterval))
            {
                return;
            }

            (_step, _last) = (value.Step, Stopwatch.GetTimestamp());
            var percent = value.Fraction > 0 ? string.Create(CultureInfo.InvariantCulture, $"{value.Fraction,4:0 %} ") : "";
            _line.Write($"{value.Step,-12} {percent}{value.Detail}");
        }
    }

    /// <summary>Ends the line that is being redrawn.</summary>
    public void Dispose() => _line.End();
}
