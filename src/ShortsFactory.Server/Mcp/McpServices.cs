using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;

namespace ShortsFactory.Server.Mcp;

/// <summary>Registers the interface for language models (Model Context Protocol, streamable HTTP).</summary>
internal static class McpServices
{
    private const string Instructions =
        """
        Makes short vertical videos (narration, karaoke captions) of scripts. Usual course: list_templates and list_voices to choose, write the script, preview to look at
        a frame, make_short, then job_status with waitSeconds until the job is done, and give the user the address of the video. Errors say what is wrong with the
        script, on which line, and what to do; mend it and call again.
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        services
            .AddHttpContextAccessor()
            .AddMcpServer(server =>
            {
                server.ServerInfo = new Implementation { Name = "shortsfactory", Title = "ShortsFactory", Version = ProductVersion.Version };
                server.ServerInstructions = Instructions;
            })
            .WithHttpTransport()
            .WithTools<ShortTools>(Json)
            .WithRequestFilters(filters => filters.AddCallToolFilter(ToolError.Filter));
        return services;
    }

    public static IEndpointConventionBuilder MapTools(this IEndpointRouteBuilder app) => app.MapMcp("/mcp");
}
