using Microsoft.Win32.SafeHandles;

namespace ShortsFactory.Recognizer.Native;

/// <summary>A recogniser of libvosk; it keeps its model alive by itself.</summary>
internal sealed class RecognizerHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        LibVosk.FreeRecognizer(handle);
        return true;
    }
}
