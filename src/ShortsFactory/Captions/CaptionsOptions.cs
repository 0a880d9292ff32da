using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Captions;

/// <summary>How captions look where neither request nor script says so. Configuration section <c>Captions</c>.</summary>
public sealed class CaptionsOptions
{
    /// <summary>Name of the caption template; <c>bold-pop</c> by default.</summary>
    [Required]
    public string Template { get; set; } = "bold-pop";
}
