using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ShortsFactory.Resources;

/// <summary>Has this process become another program: same process, same terminal, same parent, so signals and waits reach the one that does the work.</summary>
public static class ProgramReplacement
{
    /// <summary>Becomes another program; returns only by an exception. Nothing of this program is disposed of. Linux and macOS only.</summary>
    /// <param name="path">Absolute path of the program.</param>
    /// <param name="arguments">Its arguments, without its name.</param>
    /// <exception cref="ToolMissingException">It is not there, or cannot be started.</exception>
    public static void Become(string path, IReadOnlyList<string> arguments)
    {
        _ = Execute(path, [path, .. arguments, null]);
        throw new ToolMissingException(Path.GetFileName(path), $"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
    }

    /// <remarks>On the systems that have it, these strings are UTF-8.</remarks>
    [DllImport("libc", EntryPoint = "execv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute([MarshalAs(UnmanagedType.LPStr)] string path, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments);
}
