using ShortsFactory.Pipeline;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Api;

/// <summary>Reads a body that is JSON, or a form with the script as a file.</summary>
internal static class JobBodyReader
{
    private const string Row = "row.";

    /// <exception cref="InvalidInputException">It is neither, or cannot be used.</exception>
    public static async Task<JobBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var rules = request.HttpContext.RequestServices.GetRequiredService<UploadRules>();
        var body = await ReadAsync(request, rules, cancellationToken);
        rules.Check(body.Script);
        return body;
    }

    private static async Task<JobBody> ReadAsync(HttpRequest request, UploadRules rules, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            return await request.ReadFromJsonAsync<JobBody>(cancellationToken) ?? new JobBody();
        }

        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("Send JSON, or a form with the script as a file.", StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await request.ReadFormAsync(cancellationToken);
        rules.Check(form.Files);
        var file = form.Files.GetFile("script");
        return new JobBody
        {
            Script = file is null ? form["script"] : await TextOfAsync(file, cancellationToken),
            Name = form["name"].FirstOrDefault() ?? (file is null ? null : Path.GetFileNameWithoutExtension(file.FileName)),
            Format = FormatOf(form["format"].FirstOrDefault() ?? Path.GetExtension(file?.FileName)),
            Template = form["template"],
            Voice = form["voice"],
            Background = form["background"],
            Music = form["music"],
            PictureFormat = form["pictureFormat"],
            Row = form.Keys.Where(key => key.StartsWith(Row, StringComparison.Ordinal)).ToDictionary(key => key[Row.Length..], key => form[key].ToString(), StringComparer.Ordinal) is { Count: > 0 } cells ? cells : null,
            Priority = form["priority"].FirstOrDefault() is { Length: > 0 } priority
                ? int.TryParse(priority, out var number) ? number : throw new InvalidInputException($"'{priority}' is no priority.")
                : null,
            Webhook = form["webhook"],
        };
    }

    private static async Task<string> TextOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static ScriptFormat FormatOf(string? text) => text?.TrimStart('.').ToLowerInvariant() switch
    {
        null or "" or "md" or "markdown" => ScriptFormat.Md,
        "txt" => ScriptFormat.Txt,
        "json" => ScriptFormat.Json,
        var other => throw new InvalidInputException($"'{other}' is no format of a script.") { Advice = "Formats are md, txt and json." },
    };
}
