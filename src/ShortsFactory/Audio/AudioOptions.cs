using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ShortsFactory.Audio;

/// <summary>How the sentences become one track. Configuration section <c>Audio</c>.</summary>
public sealed class AudioOptions
{
    /// <summary>Integrated loudness of the track in LUFS, -30 to -8; -14 by default, which is what the platforms play at.</summary>
    [Range(-30.0, -8.0)]
    public double TargetLufs { get; set; } = -14;

    /// <summary>Highest true peak of the track in dBTP, -9 to -0.1; -2 by default, which leaves -1 after AAC.</summary>
    [Range(-9.0, -0.1)]
    public double TruePeakCeilingDbtp { get; set; } = -2;

    /// <summary>Silence between two sentences of a paragraph, up to 10 s; 220 ms by default. The margins add to it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SentencePause { get; set; } = TimeSpan.FromMilliseconds(220);

    /// <summary>Silence after the last sentence of a paragraph or of a scene, up to 10 s; 450 ms by default. The margins add to it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ParagraphPause { get; set; } = TimeSpan.FromMilliseconds(450);

    /// <summary>Silence before the first sentence, 60 ms (which the AAC encoder's start takes) to 10 s; 200 ms by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.060", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LeadIn { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Silence after the last sentence, up to 10 s; 700 ms by default. A longer pause that the script asks for there replaces it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LeadOut { get; set; } = TimeSpan.FromMilliseconds(700);

    /// <summary>What is kept of a sentence's wave before its speech, up to 1 s; 30 ms by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MarginBefore { get; set; } = TimeSpan.FromMilliseconds(30);

    /// <summary>What is kept of a sentence's wave after its speech, up to 1 s; 60 ms by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MarginAfter { get; set; } = TimeSpan.FromMilliseconds(60);

    /// <summary>The music of scripts that say nothing of it: a file, a folder or <c>generated:NAME</c>; none by default.</summary>
    /// <remarks>What follows is of the mix, and leaves the narration's track as it is.</remarks>
    [JsonIgnore]
    public string Music { get; set; } = "";

    /// <summary>The sound at scene changes of scripts that name none: a file or <c>generated:NAME</c>; none by default.</summary>
    [JsonIgnore]
    public string TransitionSound { get; set; } = "";

    /// <summary>How far below the voice music lies while it speaks, 15 to 40 LU; 18 by default.</summary>
    [JsonIgnore]
    [Range(15.0, 40.0)]
    public double MusicUnderSpeech { get; set; } = 18;

    /// <summary>How far below the voice music lies in pauses of a second and more, 3 to 40 LU; 12 by default, with which pauses do not count for the loudness of the whole.</summary>
    [JsonIgnore]
    [Range(3.0, 40.0)]
    public double MusicInPauses { get; set; } = 12;

    /// <summary>How long music takes to come, up to 30 s; 200 ms by default.</summary>
    [JsonIgnore]
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MusicFadeIn { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long music takes to go at the end, up to 30 s; 1.5 s by default.</summary>
    [JsonIgnore]
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MusicFadeOut { get; set; } = TimeSpan.FromMilliseconds(1_500);
}
