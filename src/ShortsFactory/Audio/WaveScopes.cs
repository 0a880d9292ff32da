using System.Runtime.CompilerServices;
using ShortsFactory.Resources;

namespace ShortsFactory.Audio;

/// <summary>Wave files as resources of a scope: whatever ends the scope, the header is complete and the file is closed.</summary>
internal static class WaveScopes
{
    extension(ResourceScope scope)
    {
        /// <summary>Opens a wave file for reading.</summary>
        /// <exception cref="WaveFormatException">The file is damaged or in a format that is not supported.</exception>
        public WaveReader OpenWave(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
            scope.Own(WaveReader.Open(path), path, ResourceKind.File, file, line);

        /// <summary>Creates a wave file, replacing what is there.</summary>
        /// <param name="path">The file.</param>
        /// <param name="sampleRate">Frames per second, in hertz.</param>
        /// <param name="channels">Samples in a frame, 1 or 2.</param>
        /// <param name="file">Where it was opened; the compiler fills it in.</param>
        /// <param name="line">Where it was opened; the compiler fills it in.</param>
        public WaveWriter CreateWave(
            string path, int sampleRate, int channels, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
            scope.Own(WaveWriter.Create(path, sampleRate, channels), path, ResourceKind.File, file, line);
    }
}
