using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Checks the addresses that are told of every job.</summary>
internal sealed class WebhookOptionsCheck : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        try
        {
            foreach (var address in options.Addresses)
            {
                WebhookAddress.Parse(address);
            }

            return ValidateOptionsResult.Success;
        }
        catch (InvalidInputException exception)
        {
            return ValidateOptionsResult.Fail($"Server:Webhooks:Addresses: {exception.Message} {exception.Advice}");
        }
    }
}
