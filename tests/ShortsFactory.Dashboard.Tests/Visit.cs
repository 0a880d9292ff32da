using System.Collections.Concurrent;

namespace ShortsFactory.Dashboard.Tests;

/// <summary>One visitor's page. What the browser complains of while it is open makes the test fail.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _address;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visit(IBrowserContext context, IPage page, string address)
    {
        (_context, Page, _address) = (context, page, address);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // That the server refused something is the page's business, and shown there.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Where scripts are written.</summary>
    public ILocator Script => Page.GetByRole(AriaRole.Textbox, new() { Name = "Script", Exact = true });

    /// <summary>Opens a view, such as <c>jobs</c>, and waits until its heading stands.</summary>
    public async Task OpenAsync(string view)
    {
        await Page.GotoAsync($"{_address}/#/{view}");
        await Assertions.Expect(Page.Locator("main h1")).ToBeVisibleAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(_complaints);
    }
}
