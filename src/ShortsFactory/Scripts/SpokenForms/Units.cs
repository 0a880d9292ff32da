namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>The units of measure that stand behind numbers.</summary>
internal static class Units
{
    private static readonly Dictionary<string, (string One, string Many)> Known = Read(
        """
        km=kilometer m=meter cm=centimeter mm=millimeter nm=nanometer µm=micrometer μm=micrometer mi=mile yd=yard ft=foot/feet in=inch/inches nmi=nautical_mile
        kg=kilogram g=gram mg=milligram µg=microgram lb=pound lbs=pound oz=ounce
        l=liter L=liter ml=milliliter mL=milliliter cl=centiliter gal=gallon tbsp=tablespoon tsp=teaspoon
        h=hour hr=hour hrs=hour min=minute mins=minute s=second sec=second secs=second ms=millisecond yr=year yrs=year
        km/h=kilometer_per_hour/kilometers_per_hour kmh=kilometer_per_hour/kilometers_per_hour kph=kilometer_per_hour/kilometers_per_hour mph=mile_per_hour/miles_per_hour
        m/s=meter_per_second/meters_per_second m/s²=meter_per_second_squared/meters_per_second_squared ft/s=foot_per_second/feet_per_second km/s=kilometer_per_second/kilometers_per_second
        m²=square_meter km²=square_kilometer cm²=square_centimeter ft²=square_foot/square_feet mi²=square_mile m³=cubic_meter km³=cubic_kilometer cm³=cubic_centimeter ft³=cubic_foot/cubic_feet
        °=degree °C=degree_celsius/degrees_celsius °F=degree_fahrenheit/degrees_fahrenheit ºC=degree_celsius/degrees_celsius ºF=degree_fahrenheit/degrees_fahrenheit
        KB=kilobyte kB=kilobyte MB=megabyte GB=gigabyte TB=terabyte PB=petabyte Kb=kilobit Mb=megabit Gb=gigabit kbps=kilobit_per_second/kilobits_per_second
        Mbps=megabit_per_second/megabits_per_second Gbps=gigabit_per_second/gigabits_per_second Hz=hertz/hertz kHz=kilohertz/kilohertz MHz=megahertz/megahertz GHz=gigahertz/gigahertz
        W=watt kW=kilowatt MW=megawatt GW=gigawatt Wh=watt_hour kWh=kilowatt_hour V=volt kV=kilovolt mA=milliamp mAh=milliamp_hour dB=decibel hp=horsepower/horsepower
        kcal=kilocalorie cal=calorie J=joule kJ=kilojoule N=newton Pa=pascal psi=p-s-i/p-s-i px=pixel MP=megapixel fps=frame_per_second/frames_per_second rpm=r-p-m/r-p-m bpm=beat_per_minute/beats_per_minute
        %=percent/percent x=x/x ×=times/times p=p/p
        """);

    /// <summary>The unit's names for one and for many, or <see langword="null"/> if it is none.</summary>
    public static (string One, string Many)? Find(string unit) => Known.TryGetValue(unit, out var names) ? names : null;

    private static Dictionary<string, (string One, string Many)> Read(string table) => table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => (Symbol: entry[..entry.IndexOf('=', StringComparison.Ordinal)], Names: entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace('_', ' ')))
        .ToDictionary(entry => entry.Symbol, entry => Names(entry.Names), StringComparer.Ordinal);

    private static (string One, string Many) Names(string names) => names.Split('/') is [var one, var many] ? (one, many) : (names, names + "s");
}
