namespace ShortsFactory.Cli.Client;

/// <summary>The server that commands such as <c>shorts jobs</c> talk to. Configuration section <c>Client</c>.</summary>
internal sealed class ClientOptions
{
    /// <summary>Its address; <c>http://127.0.0.1:5080</c> by default, which is where <c>shorts serve</c> listens.</summary>
    public string Server { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The key for a server that asks for one, from <c>shorts keys add</c>; best kept in the environment as <c>SHORTS__Client__ApiKey</c>.</summary>
    public string ApiKey { get; set; } = "";
}
