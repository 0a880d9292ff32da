using System.Runtime.InteropServices;
using System.Text.Json;
using ShortsFactory.Recognition.Protocol;
using ShortsFactory.Recognizer.Native;

namespace ShortsFactory.Recognizer;

/// <summary>Recognises one utterance; for one thread.</summary>
internal sealed class VoskRecognizer : IDisposable
{
    /// <summary>
    /// Silence before and after the speech. The slices are cut tightly, and the first and the last word of a slice without
    /// room around it are heard worse. Ten frames of 30 ms: the grid of the times stays where the speech put it.
    /// </summary>
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(300);

    private static readonly short[] Silence = new short[(int)(WaveSlice.SampleRate * Padding.TotalSeconds)];

    private readonly RecognizerHandle _handle;

    internal VoskRecognizer(RecognizerHandle handle)
    {
        _handle = handle;
        LibVosk.SetWords(handle, 1);
    }

    /// <summary>The words in <paramref name="samples"/>, with times from its first sample on.</summary>
    /// <exception cref="RefusedException">libvosk gave up.</exception>
    public IReadOnlyList<RecognizedWord> Recognize(ReadOnlySpan<short> samples)
    {
        // One call for all of it: an utterance that is fed in pieces is closed at its first long pause.
        short[] padded = [.. Silence, .. samples, .. Silence];
        if (LibVosk.AcceptWaveform(_handle, padded, padded.Length) < 0)
        {
            throw new RefusedException("libvosk failed while it was recognising.");
        }

        var length = (double)samples.Length / WaveSlice.SampleRate;
        var words = ReadResult().Words ?? [];
        return [.. words.Select(word => word with { Start = Shift(word.Start, length), End = Shift(word.End, length) })];
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    private static double Shift(double seconds, double length) =>
        Math.Round(Math.Clamp(seconds - Padding.TotalSeconds, 0, length), 4);

    private unsafe VoskResult ReadResult()
    {
        var text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)LibVosk.FinalResult(_handle));
        return text.IsEmpty ? new VoskResult() : JsonSerializer.Deserialize(text, VoskJsonContext.Default.VoskResult)!;
    }
}
