namespace ShortsFactory.Server.Security;

/// <summary>Tickets over HTTP.</summary>
internal static class TicketEndpoints
{
    public static RouteGroupBuilder MapTickets(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets", Give).RequireScope(Scope.Read).WithTags("Security")
            .WithSummary("Gives a ticket, for players and listeners that cannot send a key: append ?ticket=TICKET to the address.");
        return api;
    }

    private static TicketView Give(Tickets tickets)
    {
        var (text, expiresAt) = tickets.Give();
        return new(text, expiresAt);
    }
}
