using Microsoft.Win32.SafeHandles;

namespace ShortsFactory.Recognizer.Native;

/// <summary>A model of libvosk.</summary>
internal sealed class ModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        LibVosk.FreeModel(handle);
        return true;
    }
}
