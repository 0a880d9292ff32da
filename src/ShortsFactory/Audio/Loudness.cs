namespace ShortsFactory.Audio;

/// <summary>How loud a signal is (ITU-R BS.1770-4).</summary>
/// <param name="IntegratedLufs">Gated loudness in LUFS; <see cref="LoudnessMeter.SilenceLufs"/> for silence and for less than 400 ms.</param>
/// <param name="TruePeakDbtp">Highest true peak of all channels in dBTP; <see cref="LoudnessMeter.SilenceDbtp"/> for silence.</param>
internal readonly record struct Loudness(double IntegratedLufs, double TruePeakDbtp);
