using Microsoft.Net.Http.Headers;

namespace ShortsFactory.Server.Security;

/// <summary>Tells browsers what pages of this server may do: run its own scripts and styles, and nothing of anybody else.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Api = "/api";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase) && !headers.ContainsKey(HeaderNames.CacheControl))
            {
                // What a key opened must not lie about in caches; videos may be asked again whether they are still the same.
                headers.CacheControl = headers.ContainsKey(HeaderNames.LastModified) ? "private, no-cache" : "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
