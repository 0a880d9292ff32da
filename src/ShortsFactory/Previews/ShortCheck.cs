using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;
using ShortsFactory.Templates;

namespace ShortsFactory.Previews;

/// <summary>Checks a script while it is written: what can be told without speaking, downloading or rendering anything. Thread-safe.</summary>
public sealed class ShortCheck
{
    private static readonly string[] PathlessBackgrounds = [BackgroundResolver.GeneratedPrefix, BackgroundResolver.ColorPrefix];

    private readonly ShortPipeline _pipeline;
    private readonly TemplateCatalog _templates;
    private readonly VoiceCatalog _voices;
    private readonly ResourceScopes _scopes;
    private readonly string _template;
    private readonly string _background;
    private readonly TimeSpan _platformLimit;

    internal ShortCheck(
        ShortPipeline pipeline,
        TemplateCatalog templates,
        VoiceCatalog voices,
        ResourceScopes scopes,
        IOptions<CaptionsOptions> captions,
        IOptions<CompositingOptions> compositing,
        IOptions<PipelineOptions> limits)
    {
        (_pipeline, _templates, _voices, _scopes) = (pipeline, templates, voices, scopes);
        (_template, _background, _platformLimit) = (captions.Value.Template, compositing.Value.Background, limits.Value.PlatformLimit);
    }

    /// <summary>Tells what a short would become.</summary>
    /// <exception cref="InvalidInputException">The script, or a setting of it, cannot be used; the error names the line where the script says so.</exception>
    public async Task<ShortSummary> CheckAsync(ShortRequest request, CancellationToken cancellationToken)
    {
        var script = await _pipeline.ReadScriptAsync(request, cancellationToken).ConfigureAwait(false);
        var draft = new Short { Id = "check", Request = request, Script = script };
        try
        {
            _templates.LoadFor(draft, _template);
            CheckBackgrounds(draft);
            await CheckVoiceAsync(script, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidInputException exception) when (exception is { Line: null, Setting: { } setting } && script.LineOf(setting) is { } line)
        {
            throw exception.At(request.ScriptPath, line);
        }

        return Summarize(script);
    }

    /// <summary>Files, folders and addresses are looked at when a preview or the video is made: that takes longer than a pause between two words.</summary>
    private void CheckBackgrounds(Short draft)
    {
        foreach (var scene in draft.Script.Scenes)
        {
            var origin = BackgroundOrigin.Of(scene, draft);
            var source = BackgroundSettings.Read(scene.Background ?? draft.Script.Background ?? _background, origin).Source;
            if (Array.Exists(PathlessBackgrounds, prefix => source.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                BackgroundResolver.Parse(source, origin);
            }
        }
    }

    private async Task CheckVoiceAsync(Script script, CancellationToken cancellationToken)
    {
        if (script is { Voice: { } voice, Narration: null })
        {
            var scope = _scopes.Open("check");
            await using (scope.ConfigureAwait(false))
            {
                await _voices.ChooseAsync(voice, scope, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private ShortSummary Summarize(Script script)
    {
        var estimate = ScriptLength.Estimate(script);
        return new ShortSummary
        {
            Title = script.Title,
            Language = script.Language,
            Sentences = script.Sentences.Count(),
            Words = script.Sentences.Sum(sentence => sentence.Words.Count),
            EstimatedSeconds = Math.Round(estimate.TotalSeconds, 1),
            Warnings = estimate > _platformLimit
                ? [string.Create(CultureInfo.InvariantCulture, $"The short will be about {estimate.TotalSeconds:0} s long; the platforms take at most {_platformLimit.TotalSeconds:0} s.")]
                : [],
        };
    }
}
