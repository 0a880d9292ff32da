namespace ShortsFactory.FaultTests;

/// <summary>
/// Disks of a few megabytes, in a mount namespace of the run's own (of its own user as well, for who is not root): nothing of
/// them is seen outside, and they go with the run.
/// </summary>
internal static class SmallDisk
{
    /// <summary>Arguments: the folder to be a small disk, its size, after how many seconds something else fills it (or never), where to list what is left, the command.</summary>
    private const string Script =
        """
        disk=$1 size=$2 delay=$3 list=$4; shift 4
        mount -t tmpfs -o "size=$size" none "$disk" || exit 99
        [ "$delay" = never ] || { sleep "$delay"; cat /dev/zero > "$disk/filler"; } >/dev/null 2>&1 &
        "$@"
        code=$?
        wait
        rm -f "$disk/filler"
        ls -A "$disk" > "$list"
        exit $code
        """;

    /// <summary>What was left on it at the end.</summary>
    public static string[] Left(ShortsProgram shorts) => File.ReadAllLines(shorts.PathOf("left.txt"));

    /// <summary>Runs a command while <paramref name="folder"/> is such a disk, which something else fills after a while, or never.</summary>
    public static async Task<Outcome> RunAsync(ShortsProgram shorts, string folder, string size, TimeSpan? fillAfter, string[] command)
    {
        var delay = fillAfter is { } time ? FormattableString.Invariant($"{time.TotalSeconds:0.000}") : "never";
        string[] unshare = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--map-root-user", "--mount"];
        return await shorts.RunUnderAsync([.. unshare, "sh", "-c", Script, "small-disk", shorts.PathOf(folder), size, delay, shorts.PathOf("left.txt")], command);
    }
}
