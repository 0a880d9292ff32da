using ShortsFactory.Audio;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Recognition;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;

namespace ShortsFactory;

/// <summary>
/// The record that travels through the pipeline. Each stage returns a copy in which it has set its one property.
/// It holds values only (paths, times, numbers), so it can be written down as JSON at any moment.
/// </summary>
public sealed record Short
{
    /// <summary>Identifies the run, for example <c>octopus-7f3a</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was asked for.</summary>
    public required ShortRequest Request { get; init; }

    /// <summary>The parsed script, with the request's overrides and the configured defaults applied.</summary>
    public required Script Script { get; init; }

    /// <summary>The recording that is heard instead of a voice, set before the first stage; <see langword="null"/> if a voice speaks.</summary>
    public Recording? Recording { get; init; }

    /// <summary>Set by speech: a wave per sentence.</summary>
    public Narration? Narration { get; init; }

    /// <summary>Set by audio: one clean track, and where each sentence lies in it.</summary>
    public Soundtrack? Soundtrack { get; init; }

    /// <summary>Set by recognition: every display word with its time.</summary>
    public Transcript? Transcript { get; init; }

    /// <summary>Set by captions: the subtitle files and what is on screen when.</summary>
    public CaptionTrack? Captions { get; init; }

    /// <summary>Set by compositing: the finished video.</summary>
    public Video? Video { get; init; }
}
