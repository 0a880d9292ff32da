using System.Data;
using System.Text.Json;
using Dapper;

namespace ShortsFactory.Server.Storage;

/// <summary>Keeps lists of texts as JSON.</summary>
internal sealed class TextsHandler : SqlMapper.TypeHandler<IReadOnlyList<string>>
{
    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<string>? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = JsonSerializer.Serialize(value ?? []);
    }

    public override IReadOnlyList<string> Parse(object value) => JsonSerializer.Deserialize<string[]>((string)value) ?? [];
}
