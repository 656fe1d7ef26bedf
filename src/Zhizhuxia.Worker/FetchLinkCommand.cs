using Zhizhuxia.Intake;

namespace Zhizhuxia.Worker;

/// <summary><c>fetch-link URL</c>: title and og: tags of a page, by the same guard as the job.</summary>
internal sealed class FetchLinkCommand(LinkFetcher fetcher)
{
    /// <summary>Prints what was brought.</summary>
    /// <returns>0: read; 3: refused or not reached, and why.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var fetched = await fetcher.FetchAsync(line.Text(), ct);
        if (line.Json)
            OperatorCommand.Print(fetched);
        else if (fetched.Failure is { } failure)
            Console.Out.WriteLine($"{failure}: {fetched.Url}");
        else
            Console.Out.WriteLine($"{fetched.Url}\n{fetched.Title}\n{fetched.Author}\n{fetched.Description}\n{fetched.Picture}");
        return fetched.Failure is null ? 0 : InspectCommand.Refused;
    }
}
