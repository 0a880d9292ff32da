using System.CommandLine;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Templates;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts templates</c>: lists the caption templates.</summary>
internal static class TemplatesCommand
{
    public static Command Create()
    {
        var command = new Command("templates", "List the caption templates.");
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) =>
        {
            var templates = session.Get<TemplateCatalog>().List();
            TextTable.Write(["TEMPLATE", "LOOKS"], templates.Select(template => (string[])[template.Name, template.Description]));
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
