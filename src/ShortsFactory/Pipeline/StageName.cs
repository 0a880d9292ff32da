namespace ShortsFactory.Pipeline;

/// <summary>The five stages, in the order in which they run.</summary>
public enum StageName
{
    /// <summary>Script to a wave per sentence.</summary>
    Speech,

    /// <summary>Waves to one clean track.</summary>
    Audio,

    /// <summary>Track to words with times.</summary>
    Recognition,

    /// <summary>Words to karaoke captions.</summary>
    Captions,

    /// <summary>Background, captions and track to the video.</summary>
    Compositing,
}
