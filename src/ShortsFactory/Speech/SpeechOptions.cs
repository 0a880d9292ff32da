using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Speech;

/// <summary>How scripts are spoken. Configuration section <c>Speech</c>.</summary>
public sealed class SpeechOptions
{
    /// <summary>The voice of scripts that name none, as <c>engine:voice</c>; <c>flite:slt</c> by default.</summary>
    [Required]
    public string Voice { get; set; } = "flite:slt";

    /// <summary>Speed of scripts that name none, in words per minute, 80 to 450; 0 (the default) leaves it to the voice.</summary>
    [Range(0, 450)]
    public int Rate { get; set; }

    /// <summary>How many sentences are spoken at once; 0 (the default) means one for each processor.</summary>
    [Range(0, 64)]
    public int Parallelism { get; set; }

    /// <summary>How long one sentence may take; 2 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SentenceTimeLimit { get; set; } = TimeSpan.FromMinutes(2);
}
