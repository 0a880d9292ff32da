using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ShortsFactory.Templates;

/// <summary>
/// Parses YAML that anybody may have written. What reads it goes down level by level, so levels are few; and there are no aliases,
/// of which a few lines can stand for more than any memory holds.
/// </summary>
internal sealed class BoundedYaml(TextReader reader) : IParser
{
    private const int MostLevels = 20;

    private readonly Parser _parser = new(reader);
    private int _levels;

    public ParsingEvent? Current => _parser.Current;

    /// <exception cref="YamlException">It is no YAML, goes too deep, or has an alias.</exception>
    public bool MoveNext()
    {
        if (!_parser.MoveNext())
        {
            return false;
        }

        var parsed = _parser.Current!;
        _levels += parsed.NestingIncrease;
        return parsed is AnchorAlias ? throw new YamlException(parsed.Start, parsed.End, "aliases (*name) are not taken here")
            : _levels > MostLevels ? throw new YamlException(parsed.Start, parsed.End, $"there are more than {MostLevels} levels of brackets or lists")
            : true;
    }
}
