using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
        Feed(samples);
        var length = (double)samples.Length / WaveSlice.SampleRate;
        var words = ReadResult(VoskJsonContext.Default.VoskResult)?.Words ?? [];
        return [.. words.Select(word => word with { Start = Shift(word.Start, length), End = Shift(word.End, length) })];
    }

    /// <summary>How the words of the graph lie in <paramref name="samples"/>; <see langword="null"/> if they do not fit in.</summary>
    /// <exception cref="RefusedException">libvosk gave up.</exception>
    public Alignment? Align(ReadOnlySpan<short> samples)
    {
        // Only with its likelihood does libvosk give the times of the one best path, and not averages.
        LibVosk.SetMaxAlternatives(_handle, 1);
        Feed(samples);
        return ReadResult(VoskJsonContext.Default.VoskAlternatives)?.Alternatives is [{ Words.Count: > 0 } best, ..]
            ? new Alignment
            {
                Words = [.. best.Words.Select(word => new AlignedWord { Start = FromFrames(word.Start), End = FromFrames(word.End) })],
                LogLikelihood = Math.Round(best.LogLikelihood, 3),
                Duration = ((double)samples.Length / WaveSlice.SampleRate) + (2 * Padding.TotalSeconds),
            }
            : null;
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    /// <summary>One call for all of it: an utterance that is fed in pieces is closed at its first long pause.</summary>
    private void Feed(ReadOnlySpan<short> samples)
    {
        short[] padded = [.. Silence, .. samples, .. Silence];
        if (LibVosk.AcceptWaveform(_handle, padded, padded.Length) < 0)
        {
            throw new RefusedException("libvosk failed while it was recognising.");
        }
    }

    /// <summary>libvosk takes each frame for 30 ms, and here it decodes one every 10 ms.</summary>
    private static double FromFrames(double seconds) => Math.Round((seconds / 3) - Padding.TotalSeconds, 4);

    private static double Shift(double seconds, double length) =>
        Math.Round(Math.Clamp(seconds - Padding.TotalSeconds, 0, length), 4);

    private unsafe T? ReadResult<T>(JsonTypeInfo<T> type)
    {
        var text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)LibVosk.FinalResult(_handle));
        return text.IsEmpty ? default : JsonSerializer.Deserialize(text, type);
    }
}
