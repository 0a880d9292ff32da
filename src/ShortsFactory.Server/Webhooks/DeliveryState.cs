namespace ShortsFactory.Server.Webhooks;

/// <summary>What has become of a message.</summary>
internal enum DeliveryState
{
    /// <summary>It is still to be sent, or sent again.</summary>
    Waiting,

    /// <summary>It was taken.</summary>
    Delivered,

    /// <summary>It was given up.</summary>
    Failed,
}
