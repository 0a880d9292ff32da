using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ShortsFactory.Server.Security;

/// <summary>How much of the server a caller can take up: connections, bytes, and time.</summary>
internal static class ConnectionLimits
{
    private const int MostFields = 200;
    private const int LongestName = 200;
    private const int HeaderBytes = 16 * 1024;
    private const int MostHeaders = 64;

    public static void Apply(KestrelServerOptions kestrel, SecurityOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = options.Connections;
        kestrel.Limits.MaxRequestBodySize = options.RequestLimit;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10));
    }

    public static void Apply(FormOptions form, SecurityOptions options)
    {
        form.ValueCountLimit = MostFields;
        form.KeyLengthLimit = LongestName;
        form.ValueLengthLimit = options.ScriptLimit;
        form.MultipartBodyLengthLimit = options.RequestLimit;
        form.MultipartHeadersCountLimit = 8;
        form.MultipartHeadersLengthLimit = 4 * 1024;
        form.BufferBodyLengthLimit = options.RequestLimit;
    }
}
