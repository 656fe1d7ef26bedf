using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Looks at the pages of a link piece. What cannot be read is noted and done with: the reader never waits for it and never hears of it.</summary>
public sealed class FetchLinkFacts(PortalDb db, LinkFetcher fetcher, TimeProvider clock, IOptions<IntakeOptions> options) : IJobHandler
{
    /// <summary>Pages of one piece; further addresses stay as their text says.</summary>
    private const int MostPages = 5;

    public JobKind Kind => JobKind.FetchLinkFacts;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        if (options.Value.FetchLinks)
        {
            var links = await db.LinkFacts.Where(link => link.SubmissionId == job.SubmissionId).OrderBy(link => link.Id).Take(MostPages).ToListAsync(ct);
            foreach (var link in links.Where(link => link.FetchedAt is null))
                Note(link, await fetcher.FetchAsync(link.Url, ct));
        }
        if (job.SubmissionId is { } piece)
            db.Jobs.Add(Job.ForPiece(JobKind.FindDuplicates, piece, clock.GetUtcNow()));
        await job.CompleteAsync(db, ct);
    }

    private void Note(LinkFact link, FetchedLink fetched)
    {
        (link.FetchedAt, link.Failure) = (clock.GetUtcNow(), fetched.Failure);
        (link.Title, link.Author, link.Description, link.Picture) = (fetched.Title, fetched.Author, fetched.Description, fetched.Picture);
        if (LinkAddress.Parse(fetched.Url) is not { } end || ShareText.Read(end) is not { } told)
            return;
        // A short address has led to the clip itself: from now on it meets those who pasted that. Where no id was found the key is an address, with a slash.
        if (told.Platform == link.Platform && told.Key != link.Key && !told.Key.Contains('/', StringComparison.Ordinal))
            (link.Key, link.Kind) = (told.Key, told.Kind);
    }
}
