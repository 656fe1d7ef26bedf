using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Mail;

namespace Zhizhuxia.FunctionalTests.Mail;

/// <summary>A newsroom with one piece, whose letters are sent job by job.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly Newsroom _newsroom;

    private Outbox(Newsroom newsroom) => _newsroom = newsroom;

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow().AddMinutes(-1);

    public IServiceProvider Services => _newsroom.Services;

    public string Root => _newsroom.Root;

    /// <summary>The mails in the folder, by name.</summary>
    public IReadOnlyList<string> Files =>
        Directory.Exists(Path.Combine(Root, "mail")) ? [.. Directory.EnumerateFiles(Path.Combine(Root, "mail")).Order()] : [];

    public static async Task<Outbox> OpenAsync(Action<IServiceCollection>? add = null, params (string Name, string Value)[] settings) =>
        new(await Newsroom.OpenAsync(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value), add));

    public StrictMail Read(int file) => StrictMail.Read(File.ReadAllBytes(Files[file]));

    public PortalDb OpenDb() => _newsroom.OpenDb();

    /// <summary>Writes a letter about a new piece.</summary>
    /// <returns>The letter's id.</returns>
    public async Task<Guid> WriteAsync(LetterKind kind, LetterText? words = null, DateTimeOffset? notBefore = null, string to = "li@example.org", Action<Submission>? with = null)
    {
        await using var db = OpenDb();
        var piece = new Submission { Id = Guid.CreateVersion7(), Number = $"ZX261122-{Random.Shared.Next(10_000, 1_000_000)}", Kind = SubmissionKind.Film, Channel = Channel.Web, CreatedAt = Now };
        piece.Contact = new("李翰", null, to);
        piece.Fill(new("湘江的早晨", "清晨的湘江", [new("摄影", ["谢慧"])], null, null, null));
        with?.Invoke(piece);
        piece.Write(kind, words, notBefore ?? Now, Now);
        db.Submissions.Add(piece);
        await db.SaveChangesAsync(Ct);
        return piece.Letters.Single().Id;
    }

    /// <summary>Runs the next ready letter job as the runner does; false if there is none.</summary>
    public async Task<bool> SendNextAsync()
    {
        var table = Services.GetRequiredService<JobTable>();
        if (await table.ClaimAsync([JobKind.SendMail], Ct) is not { } job)
            return false;
        await using var scope = Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().OfType<SendMail>().Single();
        try
        {
            await handler.RunAsync(new JobContext(table, job), Ct);
        }
        catch (Exception trouble) when (trouble is IOException or JobFailedException)
        {
            await table.FailAsync(job, $"{trouble.GetType().Name}: {trouble.Message}", trouble is JobFailedException { IsFinal: true }, Ct);
        }

        return true;
    }

    public async Task<Letter> FindAsync(Guid id)
    {
        await using var db = OpenDb();
        return await db.Letters.AsNoTracking().SingleAsync(letter => letter.Id == id, Ct);
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();
}
