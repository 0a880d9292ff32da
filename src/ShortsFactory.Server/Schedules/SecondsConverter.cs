using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShortsFactory.Server.Schedules;

/// <summary>Writes a length of time as a number of seconds.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble() is var seconds && Math.Abs(seconds) < int.MaxValue ? TimeSpan.FromSeconds(seconds) : throw new JsonException("This is no number of seconds.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalSeconds);
}
