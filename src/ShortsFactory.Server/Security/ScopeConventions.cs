namespace ShortsFactory.Server.Security;

/// <summary>How endpoints say who may call them. One that says nothing is for administrators.</summary>
internal static class ScopeConventions
{
    /// <summary>For holders of a key with this scope, or a larger one.</summary>
    public static T RequireScope<T>(this T endpoint, Scope scope)
        where T : IEndpointConventionBuilder
        => endpoint.WithMetadata(new RequiredScope(scope));

    /// <summary>For anybody who can reach the server: nothing that it tells is worth a key.</summary>
    public static T OpenToAll<T>(this T endpoint)
        where T : IEndpointConventionBuilder
        => endpoint.WithMetadata(new RequiredScope(Scope: null));
}
