namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>The units of measure that stand behind numbers.</summary>
internal static class Units
{
    private static readonly Dictionary<string, (string One, string Many)> Known = Read(
        """
        km=kilometer m=meter cm=centimeter mm=millimeter nm=nanometer µm=micrometer μm=micrometer mi=mile yd=yard ft=foot/feet in=inch/inches nmi=nautical_mile
        kg=kilogram g=gram mg=milligram µg=microgram lb=pound lbs=pound oz=ounce
        l=liter L=liter ml=milliliter mL=milliliter cl=centiliter dl=deciliter dL=deciliter gal=gallon qt=quart pt=pint c=cup tbsp=tablespoon tsp=teaspoon
        h=hour hr=hour hrs=hour min=minute mins=minute s=second sec=second secs=second ms=millisecond wk=week wks=week mo=month mos=month yr=year yrs=year yo=year_old/years_old y/o=year_old/years_old
        kmh=kilometer_per_hour/kilometers_per_hour kph=kilometer_per_hour/kilometers_per_hour mph=mile_per_hour/miles_per_hour
        s²=second_squared mpg=mile_per_gallon/miles_per_gallon ppm=part_per_million/parts_per_million ppb=part_per_billion/parts_per_billion
        m²=square_meter km²=square_kilometer cm²=square_centimeter ft²=square_foot/square_feet mi²=square_mile m³=cubic_meter km³=cubic_kilometer cm³=cubic_centimeter ft³=cubic_foot/cubic_feet
        °=degree °C=degree_celsius/degrees_celsius °F=degree_fahrenheit/degrees_fahrenheit ºC=degree_celsius/degrees_celsius ºF=degree_fahrenheit/degrees_fahrenheit
        KB=kilobyte kB=kilobyte MB=megabyte GB=gigabyte TB=terabyte PB=petabyte Kb=kilobit Mb=megabit Gb=gigabit kbit=kilobit Mbit=megabit Gbit=gigabit Tbit=terabit kbps=kilobit_per_second/kilobits_per_second
        Mbps=megabit_per_second/megabits_per_second Gbps=gigabit_per_second/gigabits_per_second Hz=hertz/hertz kHz=kilohertz/kilohertz MHz=megahertz/megahertz GHz=gigahertz/gigahertz
        W=watt kW=kilowatt MW=megawatt GW=gigawatt Wh=watt_hour kWh=kilowatt_hour V=volt kV=kilovolt mA=milliamp mAh=milliamp_hour dB=decibel hp=horsepower/horsepower
        kcal=kilocalorie cal=calorie J=joule kJ=kilojoule N=newton Pa=pascal kPa=kilopascal hPa=hectopascal MPa=megapascal mmHg=millimeter_of_mercury/millimeters_of_mercury psi=p-s-i/p-s-i px=pixel pts=point MP=megapixel lm=lumen AU=astronomical_unit ly=light_year fps=frame_per_second/frames_per_second rpm=r-p-m/r-p-m bpm=beat_per_minute/beats_per_minute
        KM=kilometer Km=kilometer CM=centimeter KG=kilogram Kg=kilogram ML=milliliter LB=pound LBS=pound OZ=ounce MPH=mile_per_hour/miles_per_hour KMH=kilometer_per_hour/kilometers_per_hour
        KPH=kilometer_per_hour/kilometers_per_hour MPG=mile_per_gallon/miles_per_gallon FPS=frame_per_second/frames_per_second RPM=r-p-m/r-p-m BPM=beat_per_minute/beats_per_minute
        sqft=square_foot/square_feet %=percent/percent x=x/x ×=times/times p=p/p
        """);

    /// <summary>The unit's names for one and for many, or <see langword="null"/> if it is none; two with a slash between are a rate.</summary>
    public static (string One, string Many)? Find(string unit)
    {
        var plain = unit.Replace("^2", "²", StringComparison.Ordinal).Replace("^3", "³", StringComparison.Ordinal);
        if (Known.TryGetValue(plain, out var names))
        {
            return names;
        }

        return plain.Split('/') is [var amount, var each] && Known.TryGetValue(amount, out var amounts) && Known.TryGetValue(each, out var per)
            ? ($"{amounts.One} per {per.One}", $"{amounts.Many} per {per.One}")
            : null;
    }

    private static Dictionary<string, (string One, string Many)> Read(string table) => table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => (Symbol: entry[..entry.IndexOf('=', StringComparison.Ordinal)], Names: entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace('_', ' ')))
        .ToDictionary(entry => entry.Symbol, entry => Names(entry.Names), StringComparer.Ordinal);

    private static (string One, string Many) Names(string names) => names.Split('/') is [var one, var many] ? (one, many) : (names, names + "s");
}
