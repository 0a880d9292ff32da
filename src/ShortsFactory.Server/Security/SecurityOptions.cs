using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Server.Security;

/// <summary>Who may use the server, and how much of it at once. Configuration section <c>Server:Security</c>.</summary>
internal sealed class SecurityOptions
{
    /// <summary>Whether a key is needed on loopback too; elsewhere one always is. No by default.</summary>
    public bool RequireKeys { get; set; }

    /// <summary>Names by which the server may be called besides those of the addresses it listens on, such as that of a proxy in front of it.</summary>
    public IList<string> Hosts { get; init; } = [];

    /// <summary>Addresses of proxies that stand in front: what they say of who calls (<c>X-Forwarded-For</c>) is believed. None by default.</summary>
    public IList<string> Proxies { get; init; } = [];

    /// <summary>How often an address may show a wrong key, 1 to 1000, before it must wait; 10 by default.</summary>
    [Range(1, 1000)]
    public int FailedLogins { get; set; } = 10;

    /// <summary>How long it must wait then, and how long a wrong key counts: 1 s to 1 h, 1 minute by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Server:Security:FailedLoginPause must be from {1} to {2}.")]
    public TimeSpan FailedLoginPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a ticket opens videos and events, 10 s to 1 day; 15 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Server:Security:TicketLife must be from {1} to {2}.")]
    public TimeSpan TicketLife { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Bytes of the longest script, 1 kB to 5 MB; 1 MB by default.</summary>
    [Range(1_000, 5 * 1024 * 1024)]
    public int ScriptLimit { get; set; } = 1024 * 1024;

    /// <summary>How many connections there may be at once, 8 to 100,000; 500 by default.</summary>
    [Range(8, 100_000)]
    public int Connections { get; set; } = 500;

    /// <summary>Bytes of the longest request: a script in its JSON, where each character may be written as six, and what stands beside it.</summary>
    public long RequestLimit => (6L * ScriptLimit) + (256 * 1024);
}
