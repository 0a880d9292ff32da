using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Who is told of the end of jobs, and how long that is tried. Configuration section <c>Server:Webhooks</c>.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Addresses that are told of every job, besides the one that a job itself names.</summary>
    public IList<string> Addresses { get; init; } = [];

    /// <summary>What messages are signed with; empty (the default) takes a secret that is made once and kept in the database.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Whether addresses of this machine and of private networks may be called. No by default.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>How often a message is sent before it is given up, 1 to 20; 10 by default, which with the delays below is about a day.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 10;

    /// <summary>The wait before the second time, which doubles each time: 100 ms to 1 h, 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ErrorMessage = "Server:Webhooks:FirstDelay must be from {1} to {2}.")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait, 1 s to 1 day; 6 hours by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Server:Webhooks:LongestDelay must be from {1} to {2}.")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long whoever is told may take to answer, 1 s to 1 min; 10 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Server:Webhooks:TimeLimit must be from {1} to {2}.")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the log of deliveries goes back, 1 hour to 1 year; 30 days by default.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00", ErrorMessage = "Server:Webhooks:KeepFor must be from {1} to {2}.")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(30);
}
