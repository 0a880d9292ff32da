namespace ShortsFactory.Resources;

/// <summary>
/// Repeats steps on files that fail for a reason that may pass: somebody else has the file open for a moment, or a network
/// share hiccups. The pauses double and make up 1.3 s at most; what is still wrong then is thrown.
/// </summary>
internal static class TransientErrors
{
    private const int Attempts = 9;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// EINTR, EIO, EAGAIN (which a lock of somebody else's gives), EBUSY, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH and ESTALE, as
    /// Linux numbers them, and Windows' sharing and lock violations.
    /// </summary>
    private static readonly int[] Codes = [4, 5, 11, 16, 110, 112, 113, 116, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Whether it is worth trying again.</summary>
    public static bool Includes(Exception exception) => exception is IOException && Codes.Contains(exception.HResult);

    /// <summary>Takes a step, again and again while <paramref name="mayPass"/> (by default <see cref="Includes"/>) says that its error may pass.</summary>
    public static void Outlast(Action step, Func<Exception, bool>? mayPass = null)
    {
        mayPass ??= Includes;
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                step();
                return;
            }
            catch (Exception exception) when (attempt < Attempts && mayPass(exception))
            {
                // The crash hook comes here too, and it has nobody to await.
                Thread.Sleep(pause);
                pause *= 2;
            }
        }
    }
}
