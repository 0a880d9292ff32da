using System.Globalization;
using ShortsFactory.Pipeline;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ShortsFactory.Templates;

/// <summary>A YAML mapping that is read key by key; whatever is wrong is said with file, line and key.</summary>
internal sealed class YamlMap
{
    private readonly string _path;
    private readonly string _prefix;
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _known = [];
    private readonly List<YamlMap> _children = [];

    private YamlMap(string path, string prefix, YamlMappingNode node)
    {
        _path = path;
        _prefix = prefix;
        _node = node;
    }

    public static YamlMap Load(string path)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = File.OpenText(path);
            stream.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new InvalidInputException($"This is not valid YAML: {exception.Message}", path, (int)exception.Start.Line, exception);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlMap(path, "", root)
            : throw new InvalidInputException("Expected lines of the form 'key: value'.", path);
    }

    public string Text(string key) => Scalar(key)?.Value is { Length: > 0 } value
        ? value
        : throw Invalid(Find(key) ?? _node, $"'{_prefix}{key}' is missing; give it a text.");

    public double Number(string key, double otherwise, double minimum, double maximum)
    {
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
            : throw Invalid(Find(key)!, $"'{_prefix}{key}' is '{value}', but must be a whole number from {minimum} to {maximum}.");
    }

    public TimeSpan Milliseconds(string key, double otherwise, double maximum) =>
        TimeSpan.FromMilliseconds(Number(key, otherwise, 0, maximum));

    public RgbaColor Color(string key, RgbaColor otherwise)
    {
        if (Scalar(key) is not { } node)
        {
            return otherwise;
        }

        return RgbaColor.TryParse(node.Value ?? "", out var color)
            ? color
            : throw Invalid(node, $"'{_prefix}{key}' is '{node.Value}', but must be a colour such as \"#FFD400\", or \"#FFD40080\" with opacity, in quotes.");
    }

    /// <summary>Reads one of the names of an enumeration, written with hyphens.</summary>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Scalar(key) is not { } node)
        {
            return otherwise;
        }

        var choices = Enum.GetValues<T>().ToDictionary(Hyphenate, StringComparer.Ordinal);
        return choices.TryGetValue(node.Value ?? "", out var value)
            ? value
            : throw Invalid(node, $"'{_prefix}{key}' is '{node.Value}', but must be one of {string.Join(", ", choices.Keys)}.{Suggestion.For(node.Value ?? "", choices.Keys)}");
    }

    /// <summary>The mapping below a key; an empty one where the key is absent.</summary>
    public YamlMap Map(string key) => Find(key) switch
    {
        null => new YamlMap(_path, $"{_prefix}{key}.", []),
        YamlMappingNode node => Child($"{_prefix}{key}.", node),
        var node => throw Invalid(node, $"'{_prefix}{key}' must hold indented lines of the form 'key: value'."),
    };

    /// <summary>The list of mappings below a key, at least one.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => Find(key) is YamlSequenceNode { Children: { Count: > 0 } items }
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
                throw Invalid(key, $"'{_prefix}{name}' is not a setting of a caption template.{Suggestion.For(name, _known)}");
            }
        }

        _children.ForEach(child => child.RefuseOtherKeys());
    }

    public InvalidInputException Invalid(string key, string message) => Invalid(Find(key) ?? _node, message);

    private InvalidInputException Invalid(YamlNode node, string message) => new(message.TrimEnd(), _path, (int)node.Start.Line);

    private YamlMap Child(string prefix, YamlMappingNode node)
    {
        var child = new YamlMap(_path, prefix, node);
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
        _known.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private static string Hyphenate<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) =>
            (index > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
