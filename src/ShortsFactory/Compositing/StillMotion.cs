using System.Globalization;
using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>
/// Moves the view over a still slowly and evenly. The perspective filter reads between pixels; zoompan, scale and crop know
/// whole pixels only, which makes a slow movement tremble.
/// </summary>
internal sealed class StillMotion
{
    /// <summary>How much of a still's width and height is out of view at the near end of its zoom, for each second that it is shown.</summary>
    private const double ZoomPerSecond = 0.012;

    private const double LargestZoom = 0.12;

    /// <summary>How far a pan goes in each second, as a share of the frame, and the least and most of it.</summary>
    private const double PanPerSecond = 0.06;
    private const double ShortestPan = 0.1;
    private const double LongestPan = 0.6;

    private readonly PictureMotion _motion;
    private readonly int _frames;
    private readonly Composition _composition;

    public StillMotion(MediaBackground picture, int index, int frames, Composition composition)
    {
        _motion = picture.Motion is PictureMotion.Auto ? (index % 2 == 0 ? PictureMotion.ZoomIn : PictureMotion.ZoomOut) : picture.Motion;
        (_frames, _composition) = (frames, composition);
        var cover = Math.Max((double)composition.Width / picture.File.Width, (double)composition.Height / picture.File.Height);
        Width = composition.Width + (_motion is PictureMotion.PanLeft or PictureMotion.PanRight ? Way(picture.File.Width * cover, composition.Width, picture) : 0);
        Height = composition.Height + (_motion is PictureMotion.PanUp or PictureMotion.PanDown ? Way(picture.File.Height * cover, composition.Height, picture) : 0);
    }

    /// <summary>Width of the picture that the view moves over, in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of that picture.</summary>
    public int Height { get; }

    /// <summary>The filters; none where nothing moves.</summary>
    /// <param name="skipped">How many frames have been shown before the first one.</param>
    public string Write(int skipped)
    {
        var now = skipped == 0 ? "on" : $"(on+{skipped})";
        var forward = $"{now}/{_frames}";
        var back = $"(1-{forward})";
        return _motion switch
        {
            PictureMotion.None => "",
            PictureMotion.ZoomIn => Zoom(forward),
            PictureMotion.ZoomOut => Zoom(back),
            PictureMotion.PanRight => Pan(Width - _composition.Width, forward, isAcross: true),
            PictureMotion.PanLeft => Pan(Width - _composition.Width, back, isAcross: true),
            PictureMotion.PanDown => Pan(Height - _composition.Height, forward, isAcross: false),
            _ => Pan(Height - _composition.Height, back, isAcross: false),
        };
    }

    /// <summary>As far as there is picture, but not faster than the eye likes; where there is too little, it is enlarged.</summary>
    private int Way(double covering, int frame, MediaBackground picture)
    {
        var seconds = (double)_frames / _composition.FrameRate;
        var most = Math.Clamp(PanPerSecond * seconds, ShortestPan, LongestPan) * frame;
        var way = picture.Fill is Fill.Blur ? ShortestPan * frame : Math.Clamp(covering - frame, ShortestPan * frame, most);
        return 2 * (int)(way / 2);
    }

    private string Zoom(string near)
    {
        var margin = Math.Min(LargestZoom, ZoomPerSecond * _frames / _composition.FrameRate) / 2;
        var left = string.Create(CultureInfo.InvariantCulture, $"W*{margin:0.#####}*{near}");
        var top = string.Create(CultureInfo.InvariantCulture, $"H*{margin:0.#####}*{near}");
        return $"perspective=x0='{left}':y0='{top}':x1='W-{left}':y1='{top}':x2='{left}':y2='H-{top}':x3='W-{left}':y3='H-{top}':eval=frame";
    }

    /// <summary>Moves the whole picture, and cuts off what does not fit: what lies beyond its edge is never in view.</summary>
    private string Pan(int way, string progress, bool isAcross)
    {
        var (x, y) = isAcross ? ($"{way}*{progress}", "0") : ("0", $"{way}*{progress}");
        return $"perspective=x0='{x}':y0='{y}':x1='W+{x}':y1='{y}':x2='{x}':y2='H+{y}':x3='W+{x}':y3='H+{y}':eval=frame,"
            + $"crop={_composition.Width}:{_composition.Height}:0:0";
    }
}
