using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ShortsFactory.Server.Security;

/// <summary>Finds out who calls: by a key (<c>Authorization: Bearer KEY</c>), by a ticket, or, where none is needed, by being on this machine.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions,
    ILoggerFactory logging,
    UrlEncoder encoder,
    ApiKeyStore keys,
    Tickets tickets,
    LoginThrottle throttle,
    Binding binding,
    IOptions<SecurityOptions> options) : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, logging, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer ";
    private const string TicketName = "ticket";

    private TimeSpan _wait;

    private bool IsKeyNeeded => !binding.IsLoopback || options.Value.RequireKeys;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return await JudgeAsync(header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "");
        }

        if (HttpMethods.IsGet(Request.Method) && Request.Query[TicketName].ToString() is { Length: > 0 } ticket)
        {
            return tickets.IsGood(ticket) ? Success("ticket", Scope.Read) : AuthenticateResult.Fail("The ticket is none, or its time is over.");
        }

        return IsKeyNeeded ? AuthenticateResult.NoResult() : Success("local", Scope.Admin);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = Math.Ceiling(_wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Refusal.WriteAsync(Context, StatusCodes.Status429TooManyRequests, "Too many wrong keys came from this address.", "Wait, and send a key that is known.");
            return;
        }

        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer realm=\"ShortsFactory\"");
        await Refusal.WriteAsync(
            Context, StatusCodes.Status401Unauthorized, "A key is needed, one that is known here and has not expired.",
            "Send it as 'Authorization: Bearer KEY'. Keys are made with 'shorts keys add'.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusal.WriteAsync(Context, StatusCodes.Status403Forbidden, "The key does not reach that far.", "Use one with a larger scope: read, submit or admin.");

    private async Task<AuthenticateResult> JudgeAsync(string text)
    {
        var address = Context.Connection.RemoteIpAddress;
        _wait = throttle.WaitOf(address);
        if (_wait > TimeSpan.Zero)
        {
            return AuthenticateResult.Fail("Too many wrong keys came from this address.");
        }

        if (await keys.FindAsync(text, Context.RequestAborted) is { } key)
        {
            return Success(key.Id, key.Scope);
        }

        throttle.Fail(address);
        Logger.WrongKey(address);
        return AuthenticateResult.Fail("The key is not known, or has expired.");
    }

    private AuthenticateResult Success(string name, Scope scope)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(nameof(Scope), scope.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
