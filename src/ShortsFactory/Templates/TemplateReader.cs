namespace ShortsFactory.Templates;

/// <summary>Reads one template file. The keys, their ranges and their defaults are all here.</summary>
internal static class TemplateReader
{
    private static readonly RgbaColor White = new(255, 255, 255);
    private static readonly RgbaColor Black = new(0, 0, 0);

    public static CaptionTemplate Read(string path)
    {
        var root = YamlMap.Load(path);
        var size = root.Number("size", 96, 24, 240);
        var safeZone = ReadSafeZone(root.Map("safe-zone"));
        var position = root.Map("position");
        var colors = ReadColors(root.Map("colors"));
        var template = new CaptionTemplate
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Description = root.Text("description"),
            Fonts = [.. root.Maps("fonts").Select(ReadFont)],
            Size = size,
            Case = root.Choice("case", LetterCase.AsIs),
            Punctuation = root.Choice("punctuation", PunctuationRule.Keep),
            Words = root.Integer("words", 3, 1, 20),
            Lines = root.Integer("lines", 2, 1, 4),
            LinePitch = size * root.Number("line-height", 1.1, 0.5, 3),
            WordGap = size * root.Number("word-gap", 0.25, 0, 2),
            X = position.Number("x", 540, safeZone.Left, safeZone.Right),
            Y = position.Number("y", 1180, safeZone.Top, safeZone.Bottom),
            Align = root.Choice("align", TextAlign.Center),
            Colors = colors,
            Outline = root.Number("outline", 0, 0, 40),
            Shadow = ReadShadow(root.Map("shadow")),
            Box = ReadBox(root.Map("box")),
            Active = ReadActive(root.Map("active")),
            Entrance = ReadEntrance(root.Map("entrance")),
            SafeZone = safeZone,
        };
        root.RefuseOtherKeys();
        return template.LineWidth >= 3 * size
            ? template
            : throw root.Invalid("position", $"'position.x' leaves {template.LineWidth:0} pixels for a line inside the safe zone, but three times the size, {3 * size:0}, are needed.");
    }

    private static TemplateFont ReadFont(YamlMap map)
    {
        var file = map.Text("file");
        return file.AsSpan().ContainsAny("/\\*?")
            ? throw map.Invalid("file", $"'fonts.file' is '{file}', but must be the name of a font file without a folder, such as Inter-Bold.otf.")
            : new TemplateFont(file, map.Text("package"));
    }

    private static TextColors ReadColors(YamlMap map)
    {
        var text = map.Color("text", White);
        return new TextColors
        {
            Text = text,
            Active = map.Color("active", text),
            Spoken = map.Color("spoken", text),
            Emphasis = map.Color("emphasis", text),
            Outline = map.Color("outline", Black),
        };
    }

    private static ShadowStyle ReadShadow(YamlMap map) => new()
    {
        Color = map.Color("color", RgbaColor.Transparent),
        X = map.Number("x", 0, -40, 40),
        Y = map.Number("y", 0, -40, 40),
        Blur = map.Number("blur", 0, 0, 30),
        Spread = map.Number("spread", 0, 0, 30),
    };

    private static BoxStyle ReadBox(YamlMap map) => new()
    {
        Color = map.Color("color", RgbaColor.Transparent),
        Padding = map.Number("padding", 24, 0, 100),
        Radius = map.Number("radius", 24, 0, 100),
    };

    private static ActiveEffect ReadActive(YamlMap map)
    {
        var scale = map.Number("scale", 100, 100, 150) / 100;
        return new ActiveEffect
        {
            Scale = scale,
            Overshoot = map.Number("overshoot", scale * 100, scale * 100, 200) / 100,
            Duration = map.Milliseconds("duration", 100, 1000),
            Fade = map.Milliseconds("fade", 0, 1000),
        };
    }

    private static Entrance ReadEntrance(YamlMap map) => new()
    {
        Kind = map.Choice("kind", EntranceKind.None),
        Duration = map.Milliseconds("duration", 100, 1000),
    };

    private static SafeZone ReadSafeZone(YamlMap map)
    {
        var standard = new SafeZone();
        var left = map.Number("left", standard.Left, 0, 780);
        var top = map.Number("top", standard.Top, 0, 1620);
        return new SafeZone
        {
            Left = left,
            Top = top,
            Right = map.Number("right", standard.Right, left + 300, 1080),
            Bottom = map.Number("bottom", standard.Bottom, top + 300, 1920),
        };
    }
}
