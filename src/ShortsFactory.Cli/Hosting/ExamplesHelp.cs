using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ShortsFactory.Cli.Hosting;

/// <summary>The usual help, followed on the first page by examples.</summary>
internal sealed class ExamplesHelp(HelpAction inner, RootCommand root, IReadOnlyList<string> examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var result = inner.Invoke(parseResult);
        if (parseResult.CommandResult.Command == root)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }
        }

        return result;
    }
}
