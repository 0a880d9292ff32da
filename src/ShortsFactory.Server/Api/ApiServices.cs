using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShortsFactory.Server.Api;

/// <summary>Registers what the interface over HTTP needs.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddRouting()
        .AddOpenApi()
        .AddProblemDetails()
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
        .AddExceptionHandler<ApiError>()
        .AddHealth()
        .AddSingleton<SystemStatus>()
        .AddSingleton<EventHub>()
        .AddHostedService(provider => provider.GetRequiredService<EventHub>())
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
}
