using Microsoft.AspNetCore.Authentication;

namespace ShortsFactory.Server.Security;

/// <summary>Lets a request reach its endpoint if whoever sends it may call that. Runs behind routing.</summary>
internal sealed class ScopeGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint && ScopeOf(endpoint) is { } needed)
        {
            var caller = await context.AuthenticateAsync(ApiKeyHandler.SchemeName);
            if (!caller.Succeeded)
            {
                await context.ChallengeAsync(ApiKeyHandler.SchemeName);
                return;
            }

            context.User = caller.Principal;
            if (!Enum.TryParse<Scope>(caller.Principal.FindFirst(nameof(Scope))?.Value, out var scope) || scope < needed)
            {
                await context.ForbidAsync(ApiKeyHandler.SchemeName);
                return;
            }
        }

        await next(context);
    }

    private static Scope? ScopeOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RequiredScope>() is { } required ? required.Scope : Scope.Admin;
}
