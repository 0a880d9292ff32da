namespace ShortsFactory.Server.Security;

/// <summary>Says no, as all errors of the interface are told.</summary>
internal static class Refusal
{
    public static async Task WriteAsync(HttpContext context, int status, string detail, string advice)
    {
        context.Response.StatusCode = status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Detail = detail, Extensions = { ["advice"] = advice } },
        });
    }
}
