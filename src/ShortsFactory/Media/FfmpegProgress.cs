namespace ShortsFactory.Media;

/// <summary>How far an ffmpeg run is.</summary>
/// <param name="Frame">Frames of the first video output that have been encoded.</param>
/// <param name="FramesPerSecond">Encoding speed; 0 until it is known.</param>
/// <param name="Time">How much of the output has been written, on its own clock.</param>
/// <param name="Speed">Seconds of output made in one second; 0 until it is known.</param>
internal readonly record struct FfmpegProgress(long Frame, double FramesPerSecond, TimeSpan Time, double Speed);
