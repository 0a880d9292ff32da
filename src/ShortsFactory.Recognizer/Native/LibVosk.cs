using System.Runtime.InteropServices;

namespace ShortsFactory.Recognizer.Native;

/// <summary>The part of libvosk's C interface (<c>vosk_api.h</c>) that is needed. A NULL that it returns is an invalid handle here.</summary>
internal static partial class LibVosk
{
    private const string Name = "vosk";

    /// <summary>Loads the library from <paramref name="path"/> and silences its progress messages.</summary>
    /// <exception cref="DllNotFoundException">There is no such library, or it needs one that is not there.</exception>
    /// <exception cref="BadImageFormatException">The file is not a library for this machine.</exception>
    /// <exception cref="EntryPointNotFoundException">The library is not libvosk.</exception>
    public static void Load(string path)
    {
        var library = NativeLibrary.Load(path);
        NativeLibrary.SetDllImportResolver(
            typeof(LibVosk).Assembly,
            (name, _, _) => string.Equals(name, Name, StringComparison.Ordinal) ? library : 0);
        SetLogLevel(-1);
    }

    [LibraryImport(Name, EntryPoint = "vosk_model_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ModelHandle NewModel(string directory);

    [LibraryImport(Name, EntryPoint = "vosk_model_free")]
    public static partial void FreeModel(nint model);

    [LibraryImport(Name, EntryPoint = "vosk_model_find_word", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FindWord(ModelHandle model, string word);

    [LibraryImport(Name, EntryPoint = "vosk_recognizer_new")]
    public static partial RecognizerHandle NewRecognizer(ModelHandle model, float sampleRate);

    [LibraryImport(Name, EntryPoint = "vosk_recognizer_new_grm", StringMarshalling = StringMarshalling.Utf8)]
    public static partial RecognizerHandle NewRecognizer(ModelHandle model, float sampleRate, string grammar);

    [LibraryImport(Name, EntryPoint = "vosk_recognizer_free")]
    public static partial void FreeRecognizer(nint recognizer);

    [LibraryImport(Name, EntryPoint = "vosk_recognizer_set_words")]
    public static partial void SetWords(RecognizerHandle recognizer, int words);

    [LibraryImport(Name, EntryPoint = "vosk_recognizer_set_max_alternatives")]
    public static partial void SetMaxAlternatives(RecognizerHandle recognizer, int count);

    [LibraryImport(Name, EntryPoint = "vosk_recognizer_accept_waveform_s")]
    public static partial int AcceptWaveform(RecognizerHandle recognizer, ReadOnlySpan<short> samples, int count);

    /// <summary>UTF-8 text that the recogniser owns; valid until its next call.</summary>
    [LibraryImport(Name, EntryPoint = "vosk_recognizer_final_result")]
    public static partial nint FinalResult(RecognizerHandle recognizer);

    [LibraryImport(Name, EntryPoint = "vosk_set_log_level")]
    private static partial void SetLogLevel(int level);
}
