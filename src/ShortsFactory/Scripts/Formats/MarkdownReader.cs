using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Reads a scene's Markdown down to plain characters, and refuses what can neither be said nor shown.</summary>
internal static partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <summary>Reads <paramref name="markdown"/>; a first-level heading at its very beginning is a title if <paramref name="mayHaveTitle"/>.</summary>
    public static MarkdownText Read(string markdown, Location location, bool mayHaveTitle)
    {
        RefuseTables(markdown, location);
        List<TextBlock> blocks = [];
        string? title = null;
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException exception)
        {
            // Markdig refuses documents whose lists and quotes are nested more than 128 levels deep.
            throw new ShortsFactory.Pipeline.InvalidInputException("The text is nested too deeply. Take away list marks and '>' marks.", location.Path, location.FirstLine, exception);
        }

        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 1 } heading && mayHaveTitle && title is null && blocks.Count == 0)
            {
                title = TitleOf(heading, location);
                continue;
            }

            Append(block, location, blocks);
        }

        return new MarkdownText(title, blocks);
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseFootnotes().UseTaskLists();
        // Creators indent for looks, and draw lines below text; neither makes code or a heading of it.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    /// <summary>Found in the lines: to Markdig, a table without its line of dashes is a paragraph, and so is every table to us.</summary>
    private static void RefuseTables(string markdown, Location location)
    {
        var lines = markdown.Split('\n');
        var row = Array.FindIndex(lines, line => TableRow().IsMatch(line) || TableRule().IsMatch(line));
        if (row >= 0)
        {
            throw location.Error(location.LineAt(row), "Tables cannot be said. Write each row as a sentence, put the table in a comment: <!-- like this -->, or write \\| to show a bar.");
        }
    }

    private static string? TitleOf(HeadingBlock heading, Location location)
    {
        var text = InlineReader.Read(heading, location).SelectMany(line => line.Append(new StyledChar(' ', default, default, default)));
        return string.Concat(text.Select(character => character.Value)).Trim() is { Length: > 0 } title ? title : null;
    }

    private static void Append(Block block, Location location, List<TextBlock> blocks)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                var lines = InlineReader.Read(paragraph, location);
                blocks.AddRange(lines.Select((line, index) => new TextBlock(line, EndsParagraph: index == lines.Count - 1 && !IsInTightList(paragraph))));
                break;
            case HeadingBlock heading:
                throw location.Error(
                    location.LineAt(heading.Line),
                    "Headings are neither said nor shown. Write '## scene' to begin a scene, delete the # marks to have the line said, or put it in a comment: <!-- like this -->.");
            case CodeBlock code:
                throw location.Error(location.LineAt(code.Line), "Code blocks cannot be said. Delete the ``` lines, or put the block in a comment: <!-- like this -->.");
            case HtmlBlock html:
                throw InlineReader.HtmlError(location, location.LineAt(html.Line));
            case ContainerBlock container and not (LinkReferenceDefinitionGroup or FootnoteGroup):
                foreach (var child in container)
                {
                    Append(child, location, blocks);
                }

                break;
        }
    }

    [GeneratedRegex(@"^\s*\|.*[^\\\s]\s*\|\s*$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$")]
    private static partial Regex TableRule();

    /// <summary>Whether the next item of a list without empty lines follows: one breath, not a new paragraph.</summary>
    private static bool IsInTightList(ParagraphBlock paragraph) =>
        paragraph.Parent is ListItemBlock { Parent: ListBlock { IsLoose: false } list } item && list.LastChild != item;
}
