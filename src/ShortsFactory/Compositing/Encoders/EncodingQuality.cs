namespace ShortsFactory.Compositing.Encoders;

/// <summary>How much time goes into a picture.</summary>
public enum EncodingQuality
{
    /// <summary>To look at, quickly.</summary>
    Draft,

    /// <summary>To publish.</summary>
    Standard,

    /// <summary>To keep: the smallest differences from the source, at several times the work.</summary>
    High,
}
