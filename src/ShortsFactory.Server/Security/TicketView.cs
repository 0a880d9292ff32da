namespace ShortsFactory.Server.Security;

/// <summary>A ticket as the interface tells it.</summary>
internal sealed record TicketView(string Ticket, DateTimeOffset ExpiresAt);
