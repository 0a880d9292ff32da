using System.CommandLine;
using System.Text.Json;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Previews;
using ShortsFactory.Templates;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts templates</c>: lists the caption templates, or shows them on a sheet of pictures.</summary>
internal static class TemplatesCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print the templates, or the error, as JSON on standard output." };

    private static readonly Argument<string?> Name = new("NAME")
    {
        Description = "The template to show. [default: all]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The sheet to write, .png or .jpg.",
        HelpName = "FILE.png",
        DefaultValueFactory = _ => Path.Combine("out", "templates.png"),
    };

    public static Command Create()
    {
        var preview = new Command("preview", "Show templates: a sample line at three moments each, on one sheet.") { Name, Output, MakeCommand.Background };
        preview.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, cancellationToken) => PreviewAsync(parsed, session, cancellationToken)));
        var command = new Command("templates", "List the caption templates, or show what they look like.") { Json, preview };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, _) => Task.FromResult(List(parsed.GetValue(Json), session)),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport()));
        return command;
    }

    private static int List(bool json, CliSession session)
    {
        var templates = session.Get<TemplateCatalog>().List();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(templates, PreviewJson.Default.IReadOnlyListTemplateSummary));
        }
        else
        {
            TextTable.Write(["TEMPLATE", "LOOKS"], templates.Select(template => (string[])[template.Name, template.Description]));
        }

        return ExitCode.Done;
    }

    private static async Task<int> PreviewAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var output = parsed.GetRequiredValue(Output);
        var path = MakeSources.FullPath(output, "-o");
        var shown = await session.Get<TemplateGallery>().RenderAsync(
            parsed.GetValue(Name),
            MakeCommand.FromWorkingDirectory(parsed.GetValue(MakeCommand.Background)),
            path,
            session.Scopes,
            warning => Console.Error.WriteLine($"Warning: {warning}"),
            cancellationToken);
        Console.WriteLine($"Wrote {output} with {string.Join(", ", shown)}");
        return ExitCode.Done;
    }
}
