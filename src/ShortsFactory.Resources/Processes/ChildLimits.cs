using System.Globalization;

namespace ShortsFactory.Resources;

/// <summary>
/// The limits that the system keeps for children, as a command before the child's own: <c>nice</c> and <c>prlimit</c>
/// become what they start, so the process id stays.
/// </summary>
internal static class ChildLimits
{
    private const int DiedOfSignal = 128;
    private const int CpuTimeExceeded = 24;
    private const int FileSizeExceeded = 25;

    /// <summary>Between the signal that asks a child to end and the kill, in seconds of processor time.</summary>
    private const int CpuGraceSeconds = 5;

    /// <summary>What to put before a program, as a program and its arguments; empty without limits. The child may have a limit of its own on its memory.</summary>
    /// <exception cref="ToolMissingException">A limit is set, and the program that sets it is not installed.</exception>
    public static IReadOnlyList<string> Prefix(ResourceOptions options, long? memoryLimit = null)
    {
        string[] nice = options.ChildNiceness is { } niceness ? [ProgramPath.Find("nice"), "-n", Number(niceness)] : [];
        string[] limits = [.. Limits(options, MemoryLimit(options, memoryLimit))];
        return limits.Length == 0 ? nice : [.. nice, ProgramPath.Find("prlimit"), .. limits];
    }

    /// <summary>The limit that a failed child died of, as advice, or those that it may have died of; <see langword="null"/> without limits.</summary>
    public static string? Explain(int exitCode, ResourceOptions options) => (exitCode - DiedOfSignal) switch
    {
        CpuTimeExceeded when options.ChildCpuLimit is { } limit =>
            $"It used up the processor time that Resources:ChildCpuLimit allows ({Seconds(limit)} s); raise it if that is too little.",
        FileSizeExceeded when options.ChildFileSizeLimit is { } limit =>
            $"It wrote a file larger than Resources:ChildFileSizeLimit allows ({Number(limit)} bytes); raise it if that is too little.",
        _ when Limits(options, options.ChildMemoryLimit).Any() => "It may have reached one of the limits that are set: Resources:Child…Limit, Resources:ChildOpenFiles.",
        _ => null,
    };

    private static IEnumerable<string> Limits(ResourceOptions options, long? memoryLimit)
    {
        if (memoryLimit is { } memory)
        {
            // What it can write to. The address space would be no measure: a .NET program reserves far more than it uses.
            yield return $"--data={Number(memory)}";
        }

        if (options.ChildCpuLimit is { } cpu)
        {
            yield return $"--cpu={Seconds(cpu)}:{Seconds(cpu) + CpuGraceSeconds}";
        }

        if (options.ChildFileSizeLimit is { } fileSize)
        {
            yield return $"--fsize={Number(fileSize)}";
        }

        if (options.ChildOpenFiles is { } openFiles)
        {
            yield return $"--nofile={Number(openFiles)}";
        }
    }

    /// <summary>A child's own limit asks for no program that only Linux has.</summary>
    private static long? MemoryLimit(ResourceOptions options, long? own) =>
        own is { } limit && OperatingSystem.IsLinux() ? Math.Min(limit, options.ChildMemoryLimit ?? limit) : options.ChildMemoryLimit;

    private static long Seconds(TimeSpan limit) => (long)Math.Ceiling(limit.TotalSeconds);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
