using System.Globalization;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;

namespace ShortsFactory.Conversions.Targets;

/// <summary>What formats of pictures have in common: a picture is read by ImageMagick and written at once; of a video, ffmpeg takes one out first.</summary>
internal abstract class PictureTarget : ITargetFormat
{
    private const string Taken = "taken.png";

    /// <summary>The most typical picture of the first five seconds, so that it is not the black one at the beginning.</summary>
    private const string MostTypical = "fps=2:eof_action=pass,thumbnail=n=10,";

    public abstract string Name { get; }

    public virtual IReadOnlyList<string> Aliases => [];

    public TargetKind Kind => TargetKind.Picture;

    public virtual int LongestSide => 0;

    /// <summary>Whether what is transparent stays so.</summary>
    protected abstract bool KeepsAlpha { get; }

    public virtual bool Moves(Source source) => false;

    public virtual IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output)
    {
        if (source is { Kind: SourceKind.Picture, Image: { } image })
        {
            return [ConversionStep.ImageMagick([.. ImageArguments.Read(image.Format, image.Info, image.Link), .. Resize(look), .. Encode(look), $"{Coder}:{output}"])];
        }

        return
        [
            ConversionStep.FfmpegAtOnce([.. Seek(source, look), .. source.Input, "-map", "0:v:0", "-vf", Filters(source, look), "-frames:v", "1", "-update", "1", "-f", "image2", Taken]),
            ConversionStep.ImageMagick([$"PNG:{Taken}", "-strip", .. Resize(look), .. Encode(look), $"{Coder}:{output}"]),
        ];
    }

    /// <summary>ImageMagick's name of the format.</summary>
    protected abstract string Coder { get; }

    /// <summary>ImageMagick's arguments between the picture and its file.</summary>
    protected abstract IReadOnlyList<string> Encode(Look look);

    private static IReadOnlyList<string> Resize(Look look) => look is { PictureSide: { } side, Frame: null }
        ? ["-resize", string.Create(CultureInfo.InvariantCulture, $"{side}x{side}>")]
        : [];

    private static IReadOnlyList<string> Seek(Source source, Look look) =>
        source.Kind is SourceKind.Picture || look.At is not { } at ? [] : ["-ss", FfmpegTime.Seconds(at)];

    private string Filters(Source source, Look look)
    {
        var choice = source.Kind is SourceKind.Picture || look.At is not null ? "" : MostTypical;
        if (look.Frame is null && source.Kind is not SourceKind.Video && KeepsAlpha)
        {
            return $"{choice}format=rgba";
        }

        var media = new MediaBackground(source.Media, source.Input[^1]) { Fill = look.Fill };
        var shape = look.Frame is { } frame
            ? FrameFill.Write(media, "frame", frame.Width, frame.Height)
            : FrameFill.WriteWhole(media, "w='max(1,trunc(iw*sar))':h=ih");
        return $"{choice}{shape},setsar=1,format=yuv444p,scale=in_color_matrix=bt709:in_range=tv,format=rgb24";
    }
}
