using ShortsFactory.Pipeline;

namespace ShortsFactory.Downloads.Files;

/// <summary>What a server's answer means for a download.</summary>
internal static class ResponseCheck
{
    private const int FirstServerError = 500;

    /// <summary>Lets an answer pass that brings a file, or a part of one.</summary>
    /// <exception cref="DownloadFault">The answer may be another one next time.</exception>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    public static void RefuseStatus(HttpResponseMessage response, WebAddress address, TimeProvider timeProvider)
    {
        var status = (int)response.StatusCode;
        if (status is 408 or 425 or 429 or >= FirstServerError)
        {
            var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - timeProvider.GetUtcNow() : null;
            throw new DownloadFault($"answered {status}", wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
        }

        if (status is not (200 or 206))
        {
            throw new InvalidInputException($"the server answered {status} ({response.ReasonPhrase}).", address.ToString())
            {
                Advice = status switch
                {
                    401 or 403 => "The server does not give it to everybody: fetch it in a browser and give the file's path.",
                    404 or 410 => "There is nothing at that address any more, or it is mistyped.",
                    _ => "Open the address in a browser to see what the server says.",
                },
            };
        }
    }

    /// <summary>What the server calls the file, or else how its address ends.</summary>
    public static string NameOf(HttpResponseMessage response, WebAddress address)
    {
        var disposition = response.Content.Headers.ContentDisposition;
        return (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"') is { Length: > 0 } name
            ? name
            : Uri.UnescapeDataString(address.Uri.Segments[^1]);
    }
}
