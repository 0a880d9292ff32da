using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Recognition;

/// <summary>How words get their times. Configuration section <c>Recognition</c>.</summary>
public sealed class RecognitionOptions
{
    /// <summary>The name of the model; empty (the default) takes the first one for the script's language.</summary>
    public string Model { get; set; } = "";

    /// <summary>Path of the recogniser program; empty (the default) takes the one beside this program.</summary>
    public string RecognizerPath { get; set; } = "";

    /// <summary>Path of libvosk; empty (the default) takes the one that set-up fetched, then the one beside this program.</summary>
    public string LibraryPath { get; set; } = "";

    /// <summary>How long the recogniser may take to start and to open the model; 20 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OpenTimeLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the recogniser may take for one sentence; 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SentenceTimeLimit { get; set; } = TimeSpan.FromSeconds(30);
}
