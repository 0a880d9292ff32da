using System.Runtime.InteropServices;

namespace ShortsFactory.Benchmarks.Captions;

/// <summary>flite keeps, for each utterance, the sounds with their ends and the words that they belong to.</summary>
internal static partial class FliteTruth
{
    private const string Library = "libflite.so.1";

    private static readonly Dictionary<string, nint> Voices = new(StringComparer.Ordinal);

    /// <summary>The start of each word between spaces, and the length of the speech in samples.</summary>
    public static (IReadOnlyList<TimeSpan?> Starts, int Samples) Of(string voice, string text)
    {
        var utterance = SynthesizeText(text, VoiceOf(voice));
        try
        {
            var starts = SoundStarts(utterance);
            var words = new List<TimeSpan?>();
            for (var token = Head(Relation(utterance, "Token")); token != 0; token = Next(token))
            {
                words.Add(StartOf(token, starts));
            }

            return (words, Marshal.PtrToStructure<Wave>(WaveOf(utterance)).SampleCount);
        }
        finally
        {
            Delete(utterance);
        }
    }

    /// <summary>Where each sound begins: where the one before it ends. Found by the same sound's place in its syllable.</summary>
    private static Dictionary<nint, TimeSpan> SoundStarts(nint utterance)
    {
        var starts = new Dictionary<nint, TimeSpan>();
        var start = TimeSpan.Zero;
        for (var sound = Head(Relation(utterance, "Segment")); sound != 0; sound = Next(sound))
        {
            if (As(sound, "SylStructure") is var inSyllable and not 0)
            {
                starts[inSyllable] = start;
            }

            start = TimeSpan.FromSeconds(FeatureOf(sound, "end"));
        }

        return starts;
    }

    /// <summary>The start of the first of a token's words that has a sound.</summary>
    private static TimeSpan? StartOf(nint token, Dictionary<nint, TimeSpan> starts)
    {
        for (var word = Daughter(token); word != 0; word = Next(word))
        {
            if (As(word, "SylStructure") is var inStructure and not 0
                && Daughter(inStructure) is var syllable and not 0
                && starts.TryGetValue(Daughter(syllable), out var start))
            {
                return start;
            }
        }

        return null;
    }

    private static nint VoiceOf(string name)
    {
        if (Voices.Count == 0)
        {
            Initialize();
        }

        if (!Voices.TryGetValue(name, out var voice))
        {
            var register = NativeLibrary.GetExport(NativeLibrary.Load($"libflite_cmu_us_{name}.so.1"), $"register_cmu_us_{name}");
            unsafe
            {
                Voices[name] = voice = ((delegate* unmanaged<nint, nint>)register)(0);
            }
        }

        return voice;
    }

    [LibraryImport(Library, EntryPoint = "flite_init")]
    private static partial int Initialize();

    [LibraryImport(Library, EntryPoint = "flite_synth_text", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SynthesizeText(string text, nint voice);

    [LibraryImport(Library, EntryPoint = "delete_utterance")]
    private static partial void Delete(nint utterance);

    [LibraryImport(Library, EntryPoint = "utt_wave")]
    private static partial nint WaveOf(nint utterance);

    [LibraryImport(Library, EntryPoint = "utt_relation", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Relation(nint utterance, string name);

    [LibraryImport(Library, EntryPoint = "relation_head")]
    private static partial nint Head(nint relation);

    [LibraryImport(Library, EntryPoint = "item_next")]
    private static partial nint Next(nint item);

    [LibraryImport(Library, EntryPoint = "item_daughter")]
    private static partial nint Daughter(nint item);

    [LibraryImport(Library, EntryPoint = "item_as", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint As(nint item, string relation);

    [LibraryImport(Library, EntryPoint = "item_feat_float", StringMarshalling = StringMarshalling.Utf8)]
    private static partial float FeatureOf(nint item, string name);

    [StructLayout(LayoutKind.Sequential)]
    private struct Wave
    {
        public nint Type;
        public int SampleRate;
        public int SampleCount;
        public int ChannelCount;
        public nint Samples;
    }
}
