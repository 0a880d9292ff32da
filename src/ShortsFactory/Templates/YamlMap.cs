using System.Globalization;
using ShortsFactory.Pipeline;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ShortsFactory.Templates;

/// <summary>A YAML mapping that is read key by key; whatever is wrong is said with file, line and key.</summary>
internal sealed class YamlMap
{
    private const string CaptionTemplate = "a caption template";

    private readonly YamlSource _source;
    private readonly string _prefix;
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _known = [];
    private readonly YamlMap? _base;
    private readonly List<YamlMap> _children = [];

    private YamlMap(YamlSource source, string prefix, YamlMappingNode node, YamlMap? inherited = null)
    {
        _source = source;
        _prefix = prefix;
        _node = node;
        _base = inherited;
    }

    /// <summary>The folder of the file.</summary>
    public string Folder => Path.GetDirectoryName(_source.Path)!;

    public static YamlMap Load(string path)
    {
        using var reader = File.OpenText(path);
        return Load(reader, new YamlSource(path, FirstLine: 1, CaptionTemplate));
    }

    /// <summary>Reads a mapping that stands in another text, such as a script.</summary>
    /// <exception cref="InvalidInputException">It is no YAML, or no mapping.</exception>
    public static YamlMap Parse(string yaml, YamlSource source)
    {
        using var reader = new StringReader(yaml);
        return Load(reader, source, lastLine: yaml.AsSpan().Count('\n') + 1);
    }

    private static YamlMap Load(TextReader reader, YamlSource source, int lastLine = int.MaxValue)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new BoundedYaml(reader));
        }
        catch (YamlException exception)
        {
            throw source.Invalid((int)Math.Min(exception.Start.Line, lastLine), $"This is not valid YAML: {exception.Message}", exception);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlMap(source, "", root)
            : throw new InvalidInputException("Expected lines of the form 'key: value'.", source.Path);
    }

    /// <summary>The same mapping, but what it does not say is taken from <paramref name="inherited"/>, key by key on every level.</summary>
    public YamlMap Extending(YamlMap inherited)
    {
        var map = new YamlMap(_source, _prefix, _node, inherited);
        map._known.UnionWith(_known);
        return map;
    }

    public string Text(string key) => OptionalText(key) ?? throw Invalid(Find(key) ?? _node, $"'{_prefix}{key}' is missing; give it a text.");

    public string? OptionalText(string key) => OwnerOf(key).Scalar(key)?.Value is { Length: > 0 } value ? value : null;

    public double Number(string key, double otherwise, double minimum, double maximum)
    {
        if (OwnerOf(key) is var owner && owner != this)
        {
            return owner.Number(key, otherwise, minimum, maximum);
        }

        if (Scalar(key) is not { } node)
        {
            return otherwise;
        }

        return double.TryParse(node.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum
            ? value
            : throw Invalid(node, $"'{_prefix}{key}' is '{node.Value}', but must be a number from {minimum} to {maximum}.");
    }

    public int Integer(string key, int otherwise, int minimum, int maximum)
    {
        var value = Number(key, otherwise, minimum, maximum);
        return value == Math.Floor(value)
            ? (int)value
            : throw OwnerOf(key).Invalid(key, $"'{_prefix}{key}' is '{value}', but must be a whole number from {minimum} to {maximum}.");
    }

    public TimeSpan Milliseconds(string key, double otherwise, double maximum) =>
        TimeSpan.FromMilliseconds(Number(key, otherwise, 0, maximum));

    /// <summary>The time of a key, such as <c>3s</c> or <c>1:20</c>; <see langword="null"/> where it is absent.</summary>
    public TimeSpan? OptionalTime(string key) => OptionalText(key) is not { } text
        ? null
        : TimeText.TryParse(text) ?? throw OwnerOf(key).Invalid(key, $"'{_prefix}{key}' is '{text}', but must be a time such as 500ms, 3s or 1:20.");

    /// <summary>The absolute path of a file that a key names, relative to the file in which it stands; <see langword="null"/> where it is absent.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it may not be named.</exception>
    public string? OptionalFile(string key)
    {
        if (OptionalText(key) is not { } name)
        {
            return null;
        }

        var owner = OwnerOf(key);
        var path = owner.PathOf(key, name);
        return File.Exists(path) ? path : throw owner.Invalid(key, $"'{_prefix}{key}' is '{name}', but there is no such file (paths start at the folder of the file that names them).");
    }

    public RgbaColor Color(string key, RgbaColor otherwise) => OptionalColor(key) ?? otherwise;

    public RgbaColor? OptionalColor(string key)
    {
        var owner = OwnerOf(key);
        if (owner.Scalar(key) is not { } node)
        {
            return null;
        }

        return RgbaColor.TryParse(node.Value ?? "", out var color)
            ? color
            : throw owner.Invalid(node, $"'{_prefix}{key}' is '{node.Value}', but must be a colour such as \"#FFD400\", or \"#FFD40080\" with opacity, in quotes.");
    }

    /// <summary>Reads one of the names of an enumeration, written with hyphens.</summary>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        var owner = OwnerOf(key);
        if (owner.Scalar(key) is not { } node)
        {
            return otherwise;
        }

        var choices = Enum.GetValues<T>().ToDictionary(Hyphenate, StringComparer.Ordinal);
        return choices.TryGetValue(node.Value ?? "", out var value)
            ? value
            : throw owner.Invalid(node, $"'{_prefix}{key}' is '{node.Value}', but must be one of {string.Join(", ", choices.Keys)}.{Suggestion.For(node.Value ?? "", choices.Keys)}");
    }

    /// <summary>The mapping below a key; an empty one where the key is absent.</summary>
    public YamlMap Map(string key) => Find(key) switch
    {
        null => _base?.Map(key) ?? new YamlMap(_source, $"{_prefix}{key}.", []),
        YamlMappingNode node => Child($"{_prefix}{key}.", node, _base?.Map(key)),
        var node => throw Invalid(node, $"'{_prefix}{key}' must hold indented lines of the form 'key: value'."),
    };

    /// <summary>The list of mappings below a key, at least one.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => OwnerOf(key) is var owner && owner != this ? owner.Maps(key) : Find(key) is YamlSequenceNode { Children: { Count: > 0 } items }
        ? [.. items.Select(item => item is YamlMappingNode node
            ? Child($"{_prefix}{key}.", node)
            : throw Invalid(item, $"Each entry of '{_prefix}{key}' must hold lines of the form 'key: value'."))]
        : throw Invalid(Find(key) ?? _node, $"'{_prefix}{key}' must be a list with at least one entry.");

    /// <summary>Refuses keys that nobody has asked for, here and in the mappings below.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = key.ToString();
            if (!_known.Contains(name))
            {
                throw Invalid(key, $"'{_prefix}{name}' is not a setting of {_source.What}.{Suggestion.For(name, _known)}");
            }
        }

        _children.ForEach(child => child.RefuseOtherKeys());
        _base?.RefuseOtherKeys();
    }

    public InvalidInputException Invalid(string key, string message) => Invalid(Find(key) ?? _node, message);

    private string PathOf(string key, string name)
    {
        try
        {
            return _source.Files.Resolve(name, Folder);
        }
        catch (InvalidInputException exception)
        {
            throw _source.Invalid((int)(Find(key) ?? _node).Start.Line, $"'{_prefix}{key}': {exception.Message}", exception, exception.Advice);
        }
    }

    private InvalidInputException Invalid(YamlNode node, string message) => _source.Invalid((int)node.Start.Line, message.TrimEnd());

    /// <summary>The mapping that says something of a key: this one, or the nearest one that it extends; this one if none does.</summary>
    private YamlMap OwnerOf(string key)
    {
        if (Find(key) is not null)
        {
            return this;
        }

        var owner = _base?.OwnerOf(key);
        return owner?.Find(key) is null ? this : owner;
    }

    private YamlMap Child(string prefix, YamlMappingNode node, YamlMap? inherited = null)
    {
        var child = new YamlMap(_source, prefix, node, inherited);
        _children.Add(child);
        return child;
    }

    private YamlScalarNode? Scalar(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode node => node,
        var node => throw Invalid(node, $"'{_prefix}{key}' must be a single value."),
    };

    private YamlNode? Find(string key)
    {
        for (var map = this; map is not null; map = map._base)
        {
            map._known.Add(key);
        }

        return _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private static string Hyphenate<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) =>
            (index > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
