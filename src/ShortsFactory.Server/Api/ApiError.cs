using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Schedules;

namespace ShortsFactory.Server.Api;

/// <summary>Tells errors as RFC 9457 has it, with the advice and the line that ours carry.</summary>
internal sealed class ApiError(IProblemDetailsService problems, ILogger<ApiError> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var (status, title) = exception switch
        {
            InvalidInputException => (StatusCodes.Status400BadRequest, "This cannot be used."),
            KeyReusedException => (StatusCodes.Status409Conflict, "The idempotency key is taken."),
            NameTakenException => (StatusCodes.Status409Conflict, "The name is taken."),
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read."),
            InvalidDataException => (StatusCodes.Status400BadRequest, "The form cannot be read."),
            JsonException => (StatusCodes.Status400BadRequest, "The request is no JSON that is known here."),
            ToolMissingException => (StatusCodes.Status503ServiceUnavailable, "Something is not installed."),
            ShortsFactoryException => (StatusCodes.Status500InternalServerError, "It could not be done."),
            _ => (StatusCodes.Status500InternalServerError, "A fault of the program itself."),
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            logger.RequestFailed(httpContext.Request.Method, httpContext.Request.Path, exception);
        }

        httpContext.Response.StatusCode = status;
        var details = new ProblemDetails { Status = status, Title = title, Detail = Describe(exception) };
        Add(details, "advice", (exception as ShortsFactoryException)?.Advice);
        Add(details, "line", (exception as InvalidInputException)?.Line);
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
    }

    private static void Add(ProblemDetails details, string name, object? value)
    {
        if (value is not null)
        {
            details.Extensions.Add(name, value);
        }
    }

    /// <summary>What is told: of a fault of the program nothing but that, and never a path of this machine.</summary>
    private static string Describe(Exception exception) => exception switch
    {
        InvalidInputException input => input.Problem,
        BadHttpRequestException { InnerException: JsonException json } => json.Message,
        ShortsFactoryException or BadHttpRequestException or JsonException or InvalidDataException => exception.Message,
        _ => "The server's log has the details.",
    };
}
