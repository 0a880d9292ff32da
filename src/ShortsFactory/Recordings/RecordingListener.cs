using Microsoft.Extensions.Options;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;

namespace ShortsFactory.Recordings;

/// <summary>
/// Hears what is said in a recording, passage by passage, several at once. The recogniser reads each passage from the file, so
/// neither it nor this process ever holds the whole recording.
/// </summary>
internal sealed class RecordingListener(IOptions<RecognitionOptions> options, ModelCatalog models, Home home)
{
    private const int SampleRate = 16_000;

    private static int Parallelism => Math.Min(Environment.ProcessorCount, 4);

    /// <summary>The model that hears recordings in a language; <see langword="null"/> if none is installed.</summary>
    public InstalledModel? FindModel(string language) =>
        options.Value.Model.Length > 0 ? models.Get(options.Value.Model) : models.Find(language, isRecorded: true);

    /// <summary>The words heard, on the recording's clock; without those that are no word of the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="passages">Where to listen.</param>
    /// <param name="phrases">What may be said; null for anything.</param>
    /// <param name="context">Owns the recogniser; its cache keeps what was heard.</param>
    /// <param name="cancellationToken">Stops the recogniser.</param>
    public async Task<IReadOnlyList<HeardWord>> ListenAsync(
        InstalledModel model,
        Recording recording,
        IReadOnlyList<Stretch> passages,
        IReadOnlyList<string>? phrases,
        StageContext context,
        CancellationToken cancellationToken)
    {
        var installation = RecognizerInstallation.Find(options.Value, home);
        if (await model.VerifyAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
        {
            throw new ModelInvalidException(model.Directory, problems);
        }

        var client = new Lazy<RecognizerClient>(() => RecognizerClient.Start(
            context.Scope, installation.Command(Parallelism), options.Value, model.Directory, cancellationToken));
        if (phrases is not null && !await KnowsAnyAsync(client.Value, phrases, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        var slices = passages.Select(passage => (Start: Sample(passage.Start), End: Sample(passage.End))).Where(slice => slice.End > slice.Start).ToArray();
        var samples = PassageKey.Samples(recording.HearingPath, slices);
        var common = PassageKey.For(model, installation, phrases);
        var heard = new IReadOnlyList<HeardWord>[slices.Length];
        var done = 0;
        await Parallel.ForAsync(
            0,
            slices.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var (start, end) = slices[index];
                var hearing = await context.Cache.GetOrMakeAsync(
                    common.With("samples", samples[index]),
                    [],
                    RecognitionJson.Default.Hearing,
                    async () => new Hearing
                    {
                        Unknown = [],
                        Words = await client.Value.RecognizeAsync(recording.HearingPath, start, end, phrases, token).ConfigureAwait(false),
                    },
                    token).ConfigureAwait(false);
                heard[index] = hearing.From(TimeSpan.FromSeconds((double)start / SampleRate));
                var count = Interlocked.Increment(ref done);
                context.Progress.Report(new StageProgress(StageName.Speech, (double)count / slices.Length, $"passage {count} of {slices.Length}"));
            }).ConfigureAwait(false);
        return [.. heard.SelectMany(words => words).Where(word => IsWord(word.Text))];
    }

    /// <summary>A grammar without a word of the model is none.</summary>
    private static async Task<bool> KnowsAnyAsync(RecognizerClient client, IReadOnlyList<string> phrases, CancellationToken cancellationToken)
    {
        string[] words = [.. phrases.SelectMany(phrase => phrase.Split(' ')).Distinct(StringComparer.Ordinal)];
        return (await client.FindUnknownAsync(words, cancellationToken).ConfigureAwait(false)).Count < words.Length;
    }

    private static long Sample(TimeSpan time) => (long)(time.TotalSeconds * SampleRate);

    /// <summary>Models write noise and speech that is no word in brackets: <c>[unk]</c>, <c>&lt;unk&gt;</c>, <c>[laughter]</c>.</summary>
    private static bool IsWord(string text) => text.Length > 0 && text[0] is not ('[' or '<');
}
