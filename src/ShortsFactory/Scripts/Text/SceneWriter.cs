using ShortsFactory.Pipeline;
using ShortsFactory.Scripts.Formats;
using ShortsFactory.Scripts.SpokenForms;

namespace ShortsFactory.Scripts.Text;

/// <summary>Writes scenes from their blocks of text: sentences of words, each with what is said, and pauses.</summary>
internal sealed class SceneWriter(string language, Location start)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly List<SceneDraft> _scenes = [];

    /// <summary>Whether no scene has any text yet.</summary>
    public bool IsEmpty => _scenes.Count == 0;

    public void Add(ScenePart part, IReadOnlyList<TextBlock> blocks)
    {
        if (part.HeadingLine is null && blocks.Count == 0)
        {
            return;
        }

        var line = part.HeadingLine ?? part.Location.FirstLine;
        _scenes.Add(new SceneDraft { Background = part.Background, Transition = part.Transition, Line = line });
        foreach (var block in blocks)
        {
            Add(block, part.Location);
        }

        Close(_scenes[^1], part);
    }

    /// <summary>The scenes with their sentences counted through.</summary>
    /// <exception cref="InvalidInputException">Nothing is spoken.</exception>
    public IReadOnlyList<Scene> Finish()
    {
        var count = 0;
        return _scenes.Count == 0
            ? throw start.Error(start.FirstLine, "The script says nothing. Write at least one sentence.")
            : [.. _scenes.Select(scene => new Scene
            {
                Background = scene.Background,
                Transition = scene.Transition,
                Line = scene.Line,
                Sentences = [.. scene.Sentences.Select(sentence => sentence.ToSentence(count++))],
            })];
    }

    private void Add(TextBlock block, Location location)
    {
        List<Segment> text = [];
        SentenceDraft? last = null;
        foreach (var segment in DirectiveReader.Read(block.Characters, location))
        {
            if (segment.Pause is not { } pause)
            {
                text.Add(segment);
                continue;
            }

            last = AddSentences(text, location) ?? last;
            text.Clear();
            AddPause(pause, location, segment.Line);
        }

        last = AddSentences(text, location) ?? last;
        if (last is not null)
        {
            last.EndsParagraph = block.EndsParagraph;
        }
    }

    private SentenceDraft? AddSentences(IEnumerable<Segment> segments, Location location)
    {
        SentenceDraft? last = null;
        foreach (var tokens in SentenceSplitter.Split(Tokenizer.Read(segments, location, language), SpokenForm.IsEnglish(language)))
        {
            var spoken = SpokenForm.Of(tokens, language);
            last = new SentenceDraft
            {
                Words = [.. tokens.Select((token, index) => new DisplayWord { Text = token.Text, Spoken = spoken[index], Emphasis = token.Emphasis, Joined = token.Joined })],
                Line = tokens[0].Line,
            };
            _scenes[^1].Sentences.Add(last);
        }

        return last;
    }

    private void AddPause(TimeSpan pause, Location location, int line)
    {
        var before = _scenes.FindLast(scene => scene.Sentences.Count > 0)?.Sentences[^1]
            ?? throw location.Error(line, "A pause stands before the first sentence. Delete it, or write it behind a sentence.");
        var sum = pause + (before.PauseAfter ?? TimeSpan.Zero);
        before.PauseAfter = sum <= LongestPause
            ? sum
            : throw location.Error(line, $"The pauses here last {sum.TotalSeconds:0.###} s together, and at most 30 s are allowed. Write shorter ones.");
    }

    private void Close(SceneDraft scene, ScenePart part)
    {
        scene.JoinUnspoken();
        if (scene.Sentences.Exists(sentence => sentence.IsSpoken))
        {
            return;
        }

        var message = scene.Sentences.Count == 0
            ? "The scene says nothing. Write at least one sentence below it, or delete it."
            : $"Nothing here can be said{(SpokenForm.IsEnglish(language) ? " in English: words need Latin letters or digits. Write some, or set 'language' if this is another language" : ": words need letters or digits. Write some")}.";
        throw part.Location.Error(scene.Line, message);
    }
}
