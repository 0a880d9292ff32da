namespace ShortsFactory.Audio.Mixing;

/// <summary>A short sound at its place on the track.</summary>
/// <param name="Sound">The sound.</param>
/// <param name="Start">The frame of the track on which it begins; negative if the track begins in its middle.</param>
/// <param name="Gain">What it is multiplied by.</param>
internal sealed record PlacedSound(SoundEffect Sound, long Start, float Gain)
{
    /// <summary>Adds what lies in a block of the track.</summary>
    /// <param name="interleaved">The block's frames.</param>
    /// <param name="first">The place of its first frame.</param>
    public void AddTo(Span<float> interleaved, long first)
    {
        var from = Math.Max(first, Start);
        var to = Math.Min(first + (interleaved.Length / 2), Start + Sound.Length);
        for (var frame = from; frame < to; frame++)
        {
            var (target, source) = (2 * (int)(frame - first), 2 * (int)(frame - Start));
            interleaved[target] += Gain * Sound.Samples[source];
            interleaved[target + 1] += Gain * Sound.Samples[source + 1];
        }
    }
}
