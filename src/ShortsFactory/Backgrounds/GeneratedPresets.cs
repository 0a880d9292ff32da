namespace ShortsFactory.Backgrounds;

/// <summary>The generated backgrounds that exist.</summary>
internal static class GeneratedPresets
{
    /// <summary>All of them; the first is the default.</summary>
    public static IReadOnlyList<GeneratedPreset> All { get; } =
    [
        // Northern lights: flowing green, blue and violet.
        new GeneratedPreset
        {
            Name = "aurora",
            Ground = "0a1430",
            Lights =
            [
                new(
                    "18b27a",
                    Ribbon(0.60, across: 4.2, down: 2.4, bend: 1.9, speed: 0.31, phase: 0.0, sharpness: 2)
                        + "*exp(-pow((ld(1)-0.22-0.09*sin(3*ld(0)+0.37*ld(2)))/0.30,2))"),
                new("1f4fd8", Ribbon(0.55, across: 3.1, down: -3.3, bend: 1.6, speed: -0.27, phase: 1.1, sharpness: 2) + "*(1-0.35*ld(1))"),
                new("7a2bd0", Ribbon(0.70, across: 2.3, down: 4.1, bend: -1.4, speed: 0.24, phase: 3.9, sharpness: 3)),
            ],
        },
        // Warm glow drifting over dark red.
        new GeneratedPreset
        {
            Name = "ember",
            Ground = "140604",
            Lights =
            [
                new("ff7a1a", Glow(0.75, x: "0.5+0.38*sin(0.21*ld(2)+0.4)", y: "1.02+0.06*sin(0.33*ld(2))", width: 0.55, height: 0.30)),
                new("e0321a", Glow(0.66, x: "0.22+0.20*sin(0.17*ld(2)+2)", y: "0.30+0.12*sin(0.23*ld(2))", width: 0.50, height: 0.28)),
                new("b3164f", Glow(0.62, x: "0.85+0.20*sin(0.19*ld(2)+4)", y: "0.55+0.15*sin(0.27*ld(2)+1)", width: 0.55, height: 0.30)),
                new("ffb45a", Glow(0.35, x: "0.6+0.30*sin(0.29*ld(2)+5)", y: "0.12+0.08*sin(0.31*ld(2)+2)", width: 0.30, height: 0.15)),
            ],
        },
        // Sunlight sinking into teal and deep blue.
        new GeneratedPreset
        {
            Name = "ocean",
            Ground = "042536",
            Lights =
            [
                new("1fc9c0", "0.5*pow(1-ld(1),1.6)*(0.72+0.28*sin(5*ld(0)+3*ld(1)+1.8*sin(3.3*ld(1)+0.4*ld(2))+0.5*ld(2)))"),
                new("0a6fb8", Ribbon(0.60, across: 3.4, down: 4.6, bend: 1.7, speed: -0.33, phase: 0.0, sharpness: 2)),
                new("7ff0e0", Ribbon(0.28, across: 9.0, down: -2.2, bend: 2.2, speed: 0.43, phase: 0.0, sharpness: 4) + "*pow(1-ld(1),2.2)"),
            ],
        },
        // Magenta, cyan and violet glow of a city at night.
        new GeneratedPreset
        {
            Name = "neon",
            Ground = "0b0418",
            Lights =
            [
                new("ff2aa8", Glow(0.70, x: "0.12+0.15*sin(0.24*ld(2))", y: "0.25+0.14*sin(0.19*ld(2)+1)", width: 0.55, height: 0.30)),
                new("16c8ff", Glow(0.62, x: "0.92+0.15*sin(0.21*ld(2)+2)", y: "0.52+0.16*sin(0.23*ld(2)+3)", width: 0.55, height: 0.30)),
                new("6a2bff", Glow(0.80, x: "0.35+0.25*sin(0.18*ld(2)+4)", y: "0.95+0.10*sin(0.26*ld(2)+5)", width: 0.70, height: 0.34)),
            ],
        },
        // Quiet blue grey for sober topics.
        new GeneratedPreset
        {
            Name = "slate",
            Ground = "141a24",
            Lights =
            [
                new("5b6f92", Ribbon(0.60, across: 2.6, down: 2.9, bend: 1.5, speed: 0.24, phase: 0.0, sharpness: 2)),
                new("8a6f5a", Glow(0.40, x: "0.8+0.20*sin(0.20*ld(2))", y: "0.12+0.10*sin(0.17*ld(2))", width: 0.60, height: 0.30)),
            ],
        },
        // The sky after the sun has set: orange below, rose and violet above.
        new GeneratedPreset
        {
            Name = "dusk",
            Ground = "1a1038",
            Lights =
            [
                new("ff8a3c", "0.85*exp(-pow((ld(1)-1.04-0.05*sin(2.2*ld(0)+0.3*ld(2)))/0.26,2))"),
                new("d83a6e", Ribbon(0.60, across: 1.6, down: 2.6, bend: 1.2, speed: -0.21, phase: 2.4, sharpness: 2) + "*(0.35+0.65*ld(1))"),
                new("5a3fd6", Ribbon(0.55, across: 2.2, down: -2.4, bend: 1.5, speed: 0.19, phase: 0.6, sharpness: 2) + "*(1-0.6*ld(1))"),
            ],
        },
        // Sun through leaves: soft spots of green and gold.
        new GeneratedPreset
        {
            Name = "forest",
            Ground = "06160f",
            Lights =
            [
                new("2f9e57", Ribbon(0.55, across: 3.2, down: 3.6, bend: 1.8, speed: 0.26, phase: 0.8, sharpness: 2)),
                new("e8c45a", Glow(0.55, x: "0.24+0.16*sin(0.22*ld(2)+1)", y: "0.12+0.08*sin(0.27*ld(2))", width: 0.34, height: 0.18)),
                new("8fd14a", Glow(0.45, x: "0.82+0.16*sin(0.19*ld(2)+3)", y: "0.30+0.12*sin(0.24*ld(2)+2)", width: 0.42, height: 0.22)),
                new("1f7a6a", Glow(0.60, x: "0.40+0.30*sin(0.16*ld(2)+5)", y: "0.95+0.08*sin(0.21*ld(2)+1)", width: 0.70, height: 0.30)),
            ],
        },
        // Gold on black, for what is precious or grave.
        new GeneratedPreset
        {
            Name = "gold",
            Ground = "0c0a08",
            Lights =
            [
                new("d9a441", Ribbon(0.55, across: 2.8, down: -4.4, bend: 2.1, speed: 0.23, phase: 0.3, sharpness: 6)),
                new("8a5a1e", Ribbon(0.60, across: -2.2, down: 3.0, bend: 1.6, speed: -0.20, phase: 2.0, sharpness: 3)),
                new("ffd98a", Glow(0.30, x: "0.7+0.25*sin(0.18*ld(2))", y: "0.16+0.10*sin(0.23*ld(2)+2)", width: 0.30, height: 0.16)),
            ],
        },
    ];

    /// <summary>A round light; centre and size are parts of the picture's width and height.</summary>
    private static string Glow(double strength, string x, string y, double width, double height) =>
        FormattableString.Invariant($"{strength}*exp(-pow((ld(0)-({x}))/{width},2)-pow((ld(1)-({y}))/{height},2))");

    /// <summary>A band that bends and wanders: a sine of the place, bent by a second, slower one.</summary>
    private static string Ribbon(double strength, double across, double down, double bend, double speed, double phase, int sharpness)
    {
        var bentAlong = Math.Abs(down) > Math.Abs(across) ? "ld(0)" : "ld(1)";
        var wave = FormattableString.Invariant(
            $"sin({across}*ld(0)+({down})*ld(1)+({bend})*sin(2.6*{bentAlong}+0.22*ld(2))+({speed})*ld(2)+{phase})");
        return FormattableString.Invariant($"{strength}*pow(0.5+0.5*{wave},{sharpness})");
    }
}
