using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources;

/// <summary>
/// Finishes the work of a run that could not do it itself: killed, out of memory, crashed in native code. A shell of
/// less than 2 MB that waits for the pipe from the run to close, which the system does however the run ends, then kills
/// what carries the run's mark and deletes its unfinished files and its directory.
/// </summary>
internal sealed class Reaper : IDisposable
{
    // All that it is told comes as positional parameters: nothing that is part of a path is ever read as a command.
    // 'setsid' gives it a session of its own: what a terminal sends to the run does not reach it.
    private const string Script =
        """
        trap '' INT TERM HUP QUIT
        exec >/dev/null 2>&1
        cd /
        mark=$1 directory=$2 marker=$3 keep=$4

        read -r word
        [ "$word" = done ] && exit

        # What forks while it is being looked for may be missed: only the second scan that finds nothing is the last.
        empty=0 scans=0
        while [ $empty -lt 2 ] && [ $scans -lt 300 ]; do
            scans=$((scans + 1)) empty=$((empty + 1))
            for environment in $(grep -lzs -e "^SHORTSFACTORY_SCOPE=$mark" /proc/[0-9]*/environ); do
                empty=0 process=${environment%/environ}
                kill -KILL "${process#/proc/}"
            done
        done

        going=${directory%/*}/.${directory##*/}
        if [ -f "$directory/$marker" ] && [ ! -L "$directory" ]; then
            for link in "$directory"/.shortsfactory-*; do
                target=$(readlink -- "$link") && [ "${target##*/}" = "${link##*/}" ] || continue
                case $target in
                *.partial) rm -f -- "$target" ;;
                # Only if nobody holds it: another run may have taken it by now.
                *.lock) [ -f "$target" ] && flock --nonblock -- "$target" rm -f -- "$target" ;;
                esac
            done
            if [ "$keep" = True ]; then
                rm -f -- "$directory/$marker"
            else
                # The marker goes last: without it, what is left would not be known as ours.
                find "$directory" -mindepth 1 -maxdepth 1 ! -name "$marker" -exec rm -rf -- {} +
                mv -T -- "$directory" "$going"
            fi
        fi
        rm -f -- "$going/$marker"
        rmdir -- "$going"
        """;

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(0.2);

#pragma warning disable RS0030 // It must live on when the scopes and all their children are gone.
    private readonly Process _process;

    private Reaper(Process process) => _process = process;

    /// <summary>Starts the reaper of a run, whose directory need not be there yet; without the programs that it needs there is none, and the run goes on.</summary>
    public static Reaper? Start(string directory, string mark, bool keep, ILogger logger)
    {
        try
        {
            var start = new ProcessStartInfo(
                ProgramPath.Find("setsid"), [ProgramPath.Find("sh"), "-c", Script, "shorts-reaper", mark, directory, RunMarker.Name, keep.ToString()])
            {
                UseShellExecute = false,

                // All three, or .NET would think that it uses the terminal. The run's end of the first is what it waits for;
                // no child inherits that, as .NET opens pipes so that they are closed on exec.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };

            // Without any mark: neither this run nor one around it shall find it.
            start.Environment.Clear();
            start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
            start.Environment["LC_ALL"] = "C";
            var process = Process.Start(start)!;
            process.StandardOutput.Dispose();
            process.StandardError.Dispose();
            return new Reaper(process);
        }
        catch (Exception exception) when (exception is ToolMissingException or System.ComponentModel.Win32Exception)
        {
            logger.ReaperMissing(exception.Message);
            return null;
        }
    }

    /// <summary>Tells the reaper that nothing is left to do.</summary>
    public void Dismiss()
    {
        try
        {
            _process.StandardInput.WriteLine("done");
        }
        catch (IOException)
        {
            // Somebody killed it: it is gone already.
        }
    }

    /// <summary>Lets it go: dismissed, it ends; otherwise it does its work.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Dispose();
        }
        catch (IOException)
        {
            // The same as above: what was to be written finds no reader.
        }

        // Only so that no zombie stays where the first process does not collect orphans.
        _process.WaitForExit(FarewellLimit);
        _process.Dispose();
    }
#pragma warning restore RS0030
}
