using Microsoft.Extensions.Options;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Templates;

/// <summary>Settles what several stages must know of the picture: its format, and how much longer an end card makes the short.</summary>
internal sealed class PicturePreparation(IOptions<CompositingOptions> compositing, IOptions<CaptionsOptions> captions, TemplateCatalog templates) : IDraftPreparation
{
    public Task<Short> PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var format = draft.Script.Format ?? PictureFormat.Parse(compositing.Value.Format);
        var template = templates.LoadFor(draft, captions.Value.Template);
        return Task.FromResult(draft with { Script = draft.Script with { Format = format, Outro = template.Overlays.EndCard.Length } });
    }
}
