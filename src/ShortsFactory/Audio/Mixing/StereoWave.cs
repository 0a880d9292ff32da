namespace ShortsFactory.Audio.Mixing;

/// <summary>A wave file of two channels at 48 kHz as a source.</summary>
internal sealed class StereoWave(string path) : IStereoSource
{
    private readonly WaveReader _reader = WaveReader.Open(path);

    public int Read(Span<float> interleaved) => _reader.Fill(interleaved);

    public void Dispose() => _reader.Dispose();
}
