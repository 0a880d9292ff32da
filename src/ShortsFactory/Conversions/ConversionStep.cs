namespace ShortsFactory.Conversions;

/// <summary>One run of a program that takes a conversion further; the names of files are those of the scope's directory.</summary>
/// <param name="Program">Which program.</param>
/// <param name="Arguments">Its arguments, one entry each.</param>
internal sealed record ConversionStep(ConversionProgram Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Whether it writes as it goes, so that it can say how far it is, and be stopped when it gets no further.</summary>
    public bool IsReporting { get; private init; }

    /// <summary>A run that writes as it reads.</summary>
    public static ConversionStep Ffmpeg(params IEnumerable<string> arguments) => new(ConversionProgram.Ffmpeg, [.. arguments]) { IsReporting = true };

    /// <summary>A run that writes when it has read everything it needs.</summary>
    public static ConversionStep FfmpegAtOnce(params IEnumerable<string> arguments) => new(ConversionProgram.Ffmpeg, [.. arguments]);

    public static ConversionStep ImageMagick(params IEnumerable<string> arguments) => new(ConversionProgram.ImageMagick, [.. arguments]);
}
