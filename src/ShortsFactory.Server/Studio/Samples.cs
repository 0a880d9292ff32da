using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Previews;
using ShortsFactory.Resources;
using ShortsFactory.Speech;
using ShortsFactory.Templates;

namespace ShortsFactory.Server.Studio;

/// <summary>What there is to choose from, to be seen and heard: by the same code as in a video.</summary>
internal sealed class Samples(
    SampleShelf shelf,
    TemplateCatalog templates,
    TemplateGallery gallery,
    InstalledVoices voices,
    Speaker speaker,
    ResourceScopes scopes,
    IOptions<CompositingOptions> compositing,
    IOptions<SpeechOptions> speech)
{
    /// <summary>Telling enough: behind a number and a word that stands out.</summary>
    public const int UsualMoment = 2;

    private const string PlainTemplate = "clean";
    private const int Height = 720;
    private const int Quality = 84;

    /// <summary>A picture of a template, as JPEG.</summary>
    /// <exception cref="InvalidInputException">There is no such template or moment.</exception>
    public Task<string> TemplateAsync(string name, int moment, CancellationToken cancellationToken)
    {
        if (moment < 1 || moment > TemplateGallery.MomentCount)
        {
            throw new InvalidInputException($"there is no moment {moment} of a sample.") { Advice = $"Moments go from 1 to {TemplateGallery.MomentCount}." };
        }

        var known = templates.List().Select(template => template.Name).ToArray();
        var index = Array.IndexOf(known, name);
        if (index < 0)
        {
            throw new InvalidInputException($"there is no caption template '{name}'.{Suggestion.For(name, known)}");
        }

        // Each in front of another background, so that a gallery shows those too.
        return StillAsync(name, GeneratedBackgrounds.Ids[index % GeneratedBackgrounds.Ids.Count], moment, cancellationToken);
    }

    /// <summary>A picture of a generated background, as JPEG.</summary>
    /// <exception cref="InvalidInputException">There is no such background.</exception>
    public Task<string> BackgroundAsync(string name, CancellationToken cancellationToken) =>
        GeneratedBackgrounds.Names.Contains(name, StringComparer.Ordinal)
            ? StillAsync(PlainTemplate, GeneratedBackgrounds.IdOf(name), moment: 0, cancellationToken)
            : throw new InvalidInputException($"there is no generated background '{name}'.{Suggestion.For(name, GeneratedBackgrounds.Names)}");

    /// <summary>A sentence of a voice, as a wave file.</summary>
    /// <exception cref="InvalidInputException">There is no such voice.</exception>
    public async Task<string> VoiceAsync(string id, CancellationToken cancellationToken)
    {
        // Those of the list alone: what is kept on the disk must have an end, and ways to vary a speaker have none.
        var known = (await voices.ListAsync(cancellationToken)).Select(known => known.Id);
        if (!known.Contains(id, StringComparer.Ordinal))
        {
            throw new InvalidInputException($"there is no voice '{id}' to be heard.{Suggestion.For(id, known)}");
        }

        var voice = await voices.ChooseAsync(id, cancellationToken);
        var text = Greeting.In(voice.Language);
        return await shelf.GetAsync($"voice {ProductVersion.Version} {voice.Id} {text}", ".wav", token => SpeakAsync(voice, text, token), cancellationToken);
    }

    private Task<string> StillAsync(string template, string background, int moment, CancellationToken cancellationToken) => shelf.GetAsync(
        $"still {ProductVersion.Version} {template} {moment} {background} {compositing.Value.Format} {TemplatesFingerprint()}",
        ".jpg",
        token => DrawAsync(template, background, moment, token),
        cancellationToken);

    private async Task<byte[]> DrawAsync(string template, string background, int moment, CancellationToken cancellationToken)
    {
        var scope = scopes.Open("sample");
        await using (scope)
        {
            var picture = scope.PathOf("sample.png");
            await gallery.RenderStillAsync(template, background, moment, picture, scopes, _ => { }, cancellationToken);
            return Thumbnail.Of(picture, Height, Quality) ?? throw new IOException("What was rendered is no picture.");
        }
    }

    private async Task<byte[]> SpeakAsync(VoiceChoice voice, string text, CancellationToken cancellationToken)
    {
        var scope = scopes.Open("sample");
        await using (scope)
        {
            var utterance = new Utterance { Text = text, Voice = voice.Name, WavePath = scope.PathOf("sample.wav") };
            await speaker.SpeakAsync(voice, utterance, speech.Value.SentenceTimeLimit, scope, cancellationToken);
            return await File.ReadAllBytesAsync(utterance.WavePath, cancellationToken);
        }
    }

    /// <summary>Templates extend each other: a change to any of them may be seen in another.</summary>
    private string TemplatesFingerprint() =>
        string.Join(' ', templates.List().Select(template => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(template.Path)))));
}
