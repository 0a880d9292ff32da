using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Security;

/// <summary>Puts the security of the server together.</summary>
internal static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, Binding binding)
    {
        // Not AddAuthentication, which keeps keys on the disk for cookies that there are none of.
        services.AddAuthenticationCore(authentication => authentication.DefaultScheme = ApiKeyHandler.SchemeName).AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SecurityOptions>>((headers, options) => Trust(headers, options.Value));
        services.AddOptions<FormOptions>().Configure<IOptions<SecurityOptions>>((form, options) => ConnectionLimits.Apply(form, options.Value));
        return services
            .AddSingleton(binding)
            .AddSingleton<ISchemaPart, ApiKeySchema>()
            .AddSingleton<ApiKeyStore>()
            .AddSingleton<LoginThrottle>()
            .AddSingleton<UploadRules>()
            .AddSingleton<Tickets>()
            .AddSingleton<BindingRule>();
    }

    /// <summary>What every answer says to browsers, errors too.</summary>
    public static void UseResponseHeaders(this WebApplication app) => app.UseMiddleware<ResponseHeaders>();

    /// <summary>What every request goes through before anything is read of it.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestGuard>();
        app.UseRouting();
        // Said here, for otherwise it is done before anything else, when nobody knows yet for whom a proxy calls.
        app.UseAuthentication();
        app.UseMiddleware<ScopeGate>();
    }

    private static void Trust(ForwardedHeadersOptions headers, SecurityOptions options)
    {
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        headers.ForwardedHeaders = options.Proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        foreach (var proxy in options.Proxies)
        {
            headers.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
