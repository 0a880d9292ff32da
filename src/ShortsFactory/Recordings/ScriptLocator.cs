using ShortsFactory.Audio;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Speech;

namespace ShortsFactory.Recordings;

/// <summary>Finds the sentences of a script in a recording: hears it, aligns the two texts, and tells what does not match.</summary>
internal sealed class ScriptLocator(RecordingListener listener)
{
    /// <summary>Below this share of heard sentences the recording is heard once more, with nothing but the script in mind.</summary>
    private const double ConvincingShare = 0.7;

    /// <summary>Where each sentence lies in the recording.</summary>
    /// <exception cref="InvalidInputException">The recording holds no speech.</exception>
    public async Task<RecordedSpeech> LocateAsync(Short draft, Recording recording, StageContext context, CancellationToken cancellationToken)
    {
        var activity = await HearActivityAsync(recording, cancellationToken).ConfigureAwait(false);
        var sentences = draft.Script.Sentences.ToList();
        IReadOnlyList<HeardWord> heard = [];
        var expected = ExpectedSentence.Of(sentences, heard);
        var model = listener.FindModel(draft.Script.Language);
        if (model is not null)
        {
            var passages = Passages.Of(activity, recording.Duration);
            heard = await listener.ListenAsync(model, recording, passages, phrases: null, context, cancellationToken).ConfigureAwait(false);
            expected = ExpectedSentence.Of(sentences, heard);
            if (Share(expected) < ConvincingShare)
            {
                IReadOnlyList<string> phrases = [.. expected.Select(sentence => string.Join(' ', sentence.Words.Select(word => word.Text))), ExpectedWord.UnknownText];
                var again = await listener.ListenAsync(model, recording, passages, phrases, context, cancellationToken).ConfigureAwait(false);
                var better = ExpectedSentence.Of(sentences, again);
                (heard, expected) = Share(better) > Share(expected) ? (again, better) : (heard, expected);
            }
        }

        var places = SentencePlacer.Place(expected, activity, recording.Duration);
        if (model is not null)
        {
            RecordingReview.Warn(expected, places, heard, context.Warn);
        }

        return new RecordedSpeech
        {
            Sentences = [.. places.Select((place, index) => new SentenceSpan(index, Sample(place.Start), Sample(place.End)))],
            StartSample = Sample(activity.Speech[0].Start),
            EndSample = Sample(activity.Speech[^1].End),
        };
    }

    /// <summary>Where the recording holds speech.</summary>
    /// <exception cref="InvalidInputException">Nowhere.</exception>
    public static async Task<SpeechActivity> HearActivityAsync(Recording recording, CancellationToken cancellationToken)
    {
        var activity = await Task.Run(() => SpeechActivity.Of(recording.HearingPath), cancellationToken).ConfigureAwait(false);
        return activity.Speech.Count > 0
            ? activity
            : throw new InvalidInputException("it holds nothing but silence.", recording.Source) { Advice = "Listen to it in a player, and record it again or name another file." };
    }

    private static double Share(IReadOnlyList<ExpectedSentence> sentences) => sentences.Average(sentence => sentence.IsFound ? 1.0 : 0.0);

    /// <summary>At 48 kHz, and a multiple of 3, so that it is whole at 16 kHz too.</summary>
    private static long Sample(TimeSpan time) => (long)(time.TotalSeconds * SentenceSpan.SampleRate) / 3 * 3;
}
