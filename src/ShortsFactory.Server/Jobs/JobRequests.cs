using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Hosting;

namespace ShortsFactory.Server.Jobs;

/// <summary>Turns an order into what the pipeline takes.</summary>
internal sealed class JobRequests(IOptions<ServerOptions> options)
{
    /// <summary>The request for an order.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="name">What the script and the video are called; whatever it is, it becomes the name of a file.</param>
    /// <param name="folder">Where the video goes.</param>
    /// <exception cref="InvalidInputException">The picture format is none.</exception>
    public ShortRequest Of(JobOrder order, string name, string folder) => new()
    {
        ScriptPath = Path.Combine(order.BaseDirectory ?? options.Value.ResolveMediaRoot(), $"{FileName.Of(name)}.{order.Format.ToString().ToLowerInvariant()}"),
        ScriptText = order.Script,
        Files = order.BaseDirectory is null ? FileRules.Below(options.Value.ResolveMediaRoot()) : FileRules.Anywhere,
        OutputPath = Path.Combine(folder, FileName.Of(name) + ".mp4"),
        Template = order.Template,
        Voice = order.Voice,
        Background = order.Background,
        Music = order.Music,
        Format = FormatOf(order),
    };

    private static PictureFormat? FormatOf(JobOrder order)
    {
        try
        {
            return order.PictureFormat is { } format ? PictureFormat.Parse(format) : null;
        }
        catch (FormatException exception)
        {
            throw new InvalidInputException($"the picture format: {exception.Message}", innerException: exception);
        }
    }
}
