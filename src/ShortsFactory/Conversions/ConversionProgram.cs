namespace ShortsFactory.Conversions;

/// <summary>A program that conversions run.</summary>
internal enum ConversionProgram
{
    Ffmpeg,
    ImageMagick,
}
