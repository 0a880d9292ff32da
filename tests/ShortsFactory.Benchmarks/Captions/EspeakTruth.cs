using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ShortsFactory.Resources;

namespace ShortsFactory.Benchmarks.Captions;

/// <summary>eSpeak NG tells of each word and each sound when it speaks it.</summary>
/// <remarks>
/// A word starts at its word event, which lies before the closure of a stop as in flite. Where a word follows a sonorant
/// ("an owl", "all eggs") the event comes with the sonorant, which is rendered in one piece with the vowel, up to a tenth of a second
/// early: there, the word starts at its own first sound. Short words that are spoken in one with the word before
/// ("of the") have no event.
/// </remarks>
internal static partial class EspeakTruth
{
    /// <summary>The argument that lets this program be the process that tells.</summary>
    public const string Command = "espeak-word-starts";

    private const string Library = "libespeak-ng.so.1";
    private const int WordEvent = 1;
    private const int SoundEvent = 7;
    private const int AudioToCallback = 1;
    private const int SoundEvents = 1;
    private const int Utf8 = 1;

    // The pause after the last word, which the program asks for.
    private const int EndPause = 0x1000;

    private static readonly List<Spoken> Events = [];
    private static int _samples;

    /// <summary>The start of each word between the spaces of <paramref name="text"/>, and the length of the speech in samples.</summary>
    /// <remarks>Told by a process of its own: the library's speech depends on what it has spoken before.</remarks>
    public static async Task<(IReadOnlyList<TimeSpan?> Starts, int Samples)> OfAsync(string voice, string text, ResourceScope scope)
    {
        var command = new ProcessCommand { FileName = Environment.ProcessPath!, Arguments = [Command, voice, text], TimeLimit = TimeSpan.FromSeconds(30) };
        var result = await scope.RunAsync(command, CancellationToken.None);
        var numbers = result.StandardOutput.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (samples, rate) = (numbers[0], numbers[1]);
        return ([.. numbers.Skip(2).Select(sample => sample < 0 ? (TimeSpan?)null : TimeSpan.FromSeconds((double)sample / rate))], samples);
    }

    /// <summary>Prints the length of the speech in samples, their rate, and the first sample of each word, -1 where none is told.</summary>
    public static void Print(string voice, string text)
    {
        int rate;
        unsafe
        {
            rate = Initialize(AudioToCallback, 0, null, SoundEvents);
            SetCallback(&Listen);
        }

        // 'en-gb' is a name of its program's; the library knows the voice as 'en'.
        if (SetVoice(voice == "en-gb" ? "en" : voice) != 0)
        {
            throw new ArgumentException($"eSpeak NG has no voice '{voice}'.", nameof(voice));
        }

        var bytes = Encoding.UTF8.GetBytes(text + '\0');
        _ = Synthesize(bytes, (nuint)bytes.Length, 0, 1, 0, Utf8 | EndPause, 0, 0);
        _ = Synchronize();
        Console.WriteLine(string.Join(' ', StartsOf(text.Split(' ')).Prepend(rate).Prepend(_samples)));
    }

    private static List<int> StartsOf(IReadOnlyList<string> tokens)
    {
        var starts = new List<int>();
        var position = 1;
        foreach (var token in tokens)
        {
            var index = Events.FindIndex(spoken => spoken.Type == WordEvent && spoken.Position >= position && spoken.Position < position + token.Length);
            starts.Add(index < 0 ? -1 : StartOf(index));
            position += token.Length + 1;
        }

        return starts;
    }

    private static int StartOf(int index)
    {
        var sample = Events[index].Sample;
        var before = Events.FindLastIndex(index, spoken => spoken.Type == SoundEvent && spoken.Sound != ";");
        var first = Events.FindIndex(index, spoken => spoken.Type == SoundEvent);
        if (before >= 0 && first >= 0 && Events[before].Sample == sample && !Events[before].Sound.StartsWith('_'))
        {
            sample = Events[first].Sample;
        }

        return sample;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static unsafe int Listen(short* wave, int count, Event* events)
    {
        _samples += Math.Max(0, count);
        for (; events->Type != 0; events++)
        {
            var sound = events->Type == SoundEvent ? Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(events->Sound)) : "";
            Events.Add(new Spoken(events->Type, events->TextPosition, events->Sample, sound));
        }

        return 0;
    }

    [LibraryImport(Library, EntryPoint = "espeak_Initialize", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Initialize(int output, int bufferLength, string? path, int options);

    [LibraryImport(Library, EntryPoint = "espeak_SetSynthCallback")]
    private static unsafe partial void SetCallback(delegate* unmanaged[Cdecl]<short*, int, Event*, int> callback);

    [LibraryImport(Library, EntryPoint = "espeak_SetVoiceByName", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVoice(string name);

    [LibraryImport(Library, EntryPoint = "espeak_Synth")]
    private static partial int Synthesize(byte[] text, nuint size, uint position, int positionType, uint endPosition, uint flags, nint identifier, nint userData);

    [LibraryImport(Library, EntryPoint = "espeak_Synchronize")]
    private static partial int Synchronize();

    private readonly record struct Spoken(int Type, int Position, int Sample, string Sound);

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Event
    {
        public int Type;
        public uint Identifier;
        public int TextPosition;
        public int Length;
        public int AudioPosition;
        public int Sample;
        public nint UserData;
        public fixed byte Sound[8];
    }
}
