using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Templates;

/// <summary>Reads one template. The keys, their ranges and their defaults are all here.</summary>
internal static class TemplateReader
{
    private const string UniversalZone = "universal";

    private static readonly RgbaColor White = new(255, 255, 255);
    private static readonly RgbaColor Black = new(0, 0, 0);

    /// <param name="name">The template's name.</param>
    /// <param name="root">Its file, with those that it extends.</param>
    /// <param name="zones">The safe zones that it may name.</param>
    /// <param name="platform">The platform whose safe zone counts instead of the template's.</param>
    /// <param name="format">The picture that it is fitted to.</param>
    public static CaptionTemplate Read(string name, YamlMap root, SafeZoneCatalog zones, string? platform, PictureFormat format)
    {
        var size = root.Number("size", 96, 24, 240);
        var zone = ReadSafeZone(root.Map("safe-zone"), zones, platform);
        var position = root.Map("position");
        var template = new CaptionTemplate
        {
            Name = name,
            Description = root.Text("description"),
            Fonts = [.. root.Maps("fonts").Select(ReadFont)],
            Size = size,
            Case = root.Choice("case", LetterCase.AsIs),
            Punctuation = root.Choice("punctuation", PunctuationRule.Keep),
            Words = root.Integer("words", 3, 1, 20),
            Lines = root.Integer("lines", 2, 1, 4),
            LinePitch = size * root.Number("line-height", 1.1, 0.5, 3),
            WordGap = size * root.Number("word-gap", 0.25, 0, 2),
            X = Math.Clamp(position.Number("x", 540, 0, 1080), zone.Left, zone.Right),
            Y = Math.Clamp(position.Number("y", 1080, 0, 1920), zone.Top, zone.Bottom),
            Anchor = position.Choice("anchor", VerticalAnchor.Middle),
            Align = root.Choice("align", TextAlign.Center),
            Colors = ReadColors(root.Map("colors")),
            Gradient = ReadGradient(root.Map("gradient")),
            Outline = root.Number("outline", 0, 0, 40),
            Shadow = ReadShadow(root.Map("shadow")),
            Glow = ReadGlow(root.Map("glow")),
            Box = ReadBox(root.Map("box")),
            Highlight = ReadHighlight(root.Map("highlight")),
            Underline = ReadUnderline(root.Map("underline")),
            Active = ReadActive(root.Map("active")),
            EmphasisScale = root.Map("emphasis").Number("scale", 100, 100, 200) / 100,
            StackScale = root.Map("stack").Number("scale", 100, 100, 400) / 100,
            Reveal = root.Choice("reveal", Reveal.Group),
            Entrance = ReadEntrance(root.Map("entrance")),
            Exit = ReadExit(root.Map("exit")),
            Readability = ReadReadability(root.Map("readability")),
            SafeZone = zone,
            Overlays = OverlayReader.Read(root),
        };
        root.RefuseOtherKeys();
        Check(template, root);
        return (format == template.Format ? template : TemplateFormat.For(template, format)).WithRoomForLines();
    }

    private static void Check(CaptionTemplate template, YamlMap root)
    {
        var least = 2 * template.Size;
        if (template.LineWidth < least)
        {
            throw root.Invalid("position", $"'position.x' leaves {template.LineWidth:0} pixels for a line inside the safe zone, but twice the size, {least:0}, are needed.");
        }

        var moves = template.Active.Jump > 0 || template.Entrance.Kind is not (EntranceKind.None or EntranceKind.Fade);
        if (template.Active.Fill is ActiveFill.Sweep && (moves || template.Gradient.IsVisible))
        {
            throw root.Invalid("active", "'active.fill: sweep' goes with the entrances none and fade, without 'active.jump' and 'gradient'.");
        }
    }

    private static TemplateFont ReadFont(YamlMap map)
    {
        var file = map.Text("file");
        return file.AsSpan().ContainsAny("/\\*?")
            ? throw map.Invalid("file", $"'fonts.file' is '{file}', but must be the name of a font file without a folder, such as Inter-Bold.otf.")
            : new TemplateFont(file, map.Text("package"), map.Folder);
    }

    private static TextColors ReadColors(YamlMap map)
    {
        var text = map.Color("text", White);
        return new TextColors
        {
            Text = text,
            Active = map.Color("active", text),
            Spoken = map.Color("spoken", text),
            Emphasis = map.OptionalColor("emphasis"),
            EmphasisActive = map.OptionalColor("emphasis-active"),
            Number = map.OptionalColor("number"),
            Outline = map.Color("outline", Black),
        };
    }

    private static GradientStyle ReadGradient(YamlMap map)
    {
        var text = map.OptionalColor("text");
        return new GradientStyle
        {
            Text = text,
            Active = map.OptionalColor("active"),
            Spoken = map.OptionalColor("spoken") ?? text,
            Emphasis = map.OptionalColor("emphasis"),
            Number = map.OptionalColor("number"),
            Steps = map.Integer("steps", 8, 2, 16),
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

    private static GlowStyle ReadGlow(YamlMap map)
    {
        var text = map.Color("text", RgbaColor.Transparent);
        var active = map.Color("active", text);
        return new GlowStyle
        {
            Text = text,
            Active = active,
            Emphasis = map.Color("emphasis", active),
            Blur = map.Number("blur", 10, 0, 30),
            Spread = map.Number("spread", 4, 0, 30),
        };
    }

    private static BoxStyle ReadBox(YamlMap map) => new()
    {
        Color = map.Color("color", RgbaColor.Transparent),
        Padding = map.Number("padding", 24, 0, 100),
        Radius = map.Number("radius", 24, 0, 100),
        Fit = map.Choice("fit", BoxFit.Words),
        Stripe = map.Color("stripe", RgbaColor.Transparent),
        StripeWidth = map.Number("stripe-width", 12, 0, 60),
    };

    private static HighlightStyle ReadHighlight(YamlMap map) => new()
    {
        Color = map.Color("color", RgbaColor.Transparent),
        PaddingX = map.Number("padding-x", 20, 0, 80),
        PaddingY = map.Number("padding-y", 20, 0, 80),
        Radius = map.Number("radius", 20, 0, 100),
        Glide = map.Milliseconds("glide", 0, 300),
    };

    private static UnderlineStyle ReadUnderline(YamlMap map) => new()
    {
        Color = map.Color("color", RgbaColor.Transparent),
        Thickness = map.Number("thickness", 14, 2, 40),
        Offset = map.Number("offset", 24, 0, 80),
        Duration = map.Milliseconds("duration", 150, 1000),
    };

    private static ActiveEffect ReadActive(YamlMap map)
    {
        var scale = map.Number("scale", 100, 100, 150) / 100;
        return new ActiveEffect
        {
            Scale = scale,
            Overshoot = map.Number("overshoot", scale * 100, scale * 100, 200) / 100,
            Jump = map.Number("jump", 0, 0, 80),
            Duration = map.Milliseconds("duration", 100, 1000),
            Fade = map.Milliseconds("fade", 0, 1000),
            Fill = map.Choice("fill", ActiveFill.Whole),
        };
    }

    private static Entrance ReadEntrance(YamlMap map) => new()
    {
        Kind = map.Choice("kind", EntranceKind.None),
        Duration = map.Milliseconds("duration", 100, 1000),
    };

    private static Exit ReadExit(YamlMap map) => new()
    {
        Kind = map.Choice("kind", ExitKind.None),
        Duration = map.Milliseconds("duration", 120, 240),
    };

    private static ReadabilityLimits ReadReadability(YamlMap map) => new()
    {
        Shortest = map.Milliseconds("shortest", 100, 5000),
        Fastest = map.Number("fastest", 25, 5, 100),
    };

    private static SafeZone ReadSafeZone(YamlMap map, SafeZoneCatalog zones, string? platform)
    {
        var own = map.OptionalText("platform");
        if (own is not null && !zones.Names.Contains(own, StringComparer.Ordinal))
        {
            throw map.Invalid("platform", $"'safe-zone.platform' is '{own}', but must be one of {string.Join(", ", zones.Names)}.{Suggestion.For(own, zones.Names)}");
        }

        var zone = SafeZoneCatalog.Read(map, zones.Load(own ?? UniversalZone));
        return platform is null ? zone : zones.Load(platform);
    }
}
