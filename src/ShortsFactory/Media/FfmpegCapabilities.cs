using ShortsFactory.Resources;

namespace ShortsFactory.Media;

/// <summary>What this product needs of ffmpeg, held against what the installed one was built with.</summary>
public sealed class FfmpegCapabilities
{
    private readonly Ffmpeg _ffmpeg;

    internal FfmpegCapabilities(Ffmpeg ffmpeg) => _ffmpeg = ffmpeg;

    /// <summary>The filters that graphs are written with.</summary>
    public static IReadOnlyList<string> Filters { get; } =
    [
        "ass", "atrim", "color", "colorchannelmixer", "concat", "crop", "eq", "fade", "format", "fps", "framerate", "gblur", "geq", "hflip", "loop", "overlay", "perspective", "premultiply",
        "scale", "setparams", "setpts", "setsar", "settb", "silenceremove", "split", "tonemap", "tpad", "transpose", "trim", "vflip", "xfade", "zscale",
    ];

    /// <summary>The encoders of the delivered files.</summary>
    public static IReadOnlyList<string> Encoders { get; } = ["libx264", "aac", "mjpeg"];

    /// <summary>The names of <see cref="Filters"/> and <see cref="Encoders"/> that the installed ffmpeg does not have.</summary>
    /// <exception cref="ToolMissingException">There is no ffmpeg.</exception>
    public async Task<IReadOnlyList<string>> FindMissingAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var filters = await NamesAsync("-filters", scope, cancellationToken).ConfigureAwait(false);
        var encoders = await NamesAsync("-encoders", scope, cancellationToken).ConfigureAwait(false);
        return
        [
            .. Filters.Except(filters, StringComparer.Ordinal).Select(name => $"filter {name}"),
            .. Encoders.Except(encoders, StringComparer.Ordinal).Select(name => $"encoder {name}"),
        ];
    }

    /// <summary>Both lists have flags in the first column and the name in the second.</summary>
    private async Task<IEnumerable<string>> NamesAsync(string list, ResourceScope scope, CancellationToken cancellationToken)
    {
        var result = await scope.RunAsync(_ffmpeg.List(list), cancellationToken).ConfigureAwait(false);
        return result.StandardOutput.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 1)
            .Select(columns => columns[1]);
    }
}
