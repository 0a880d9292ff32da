using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Server.Mcp;

/// <summary>Tells errors as results of the tool that failed, with what to do about it: the model reads them, and can put right what it sent.</summary>
internal static class ToolError
{
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (context, cancellationToken) =>
    {
        try
        {
            return await next(context, cancellationToken);
        }
        catch (ShortsFactoryException exception)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = Describe(exception) }] };
        }
    };

    /// <summary>Without the paths of this machine.</summary>
    private static string Describe(ShortsFactoryException exception)
    {
        var what = exception is InvalidInputException input ? input.ProblemWithLine : exception.Message;
        return exception.Advice is { } advice ? $"{what}\n{advice}" : what;
    }
}
