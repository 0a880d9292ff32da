using System.Data;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;

namespace ShortsFactory.Server.Storage;

/// <summary>Keeps records as JSON.</summary>
internal sealed class JsonHandler<T> : SqlMapper.TypeHandler<T>
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public override void SetValue(IDbDataParameter parameter, T? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value, Options);
    }

    public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, Options);
}
