using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail;

/// <summary>A newsroom of people, a clock that a test moves, and the chore that writes to the staff.</summary>
internal sealed class StaffRoom : IAsyncDisposable
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly Newsroom _newsroom;

    private StaffRoom(Newsroom newsroom) => _newsroom = newsroom;

    public MovableClock Clock { get; private init; } = null!;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Stands at 08:00 in Beijing; the chore was last done then.</summary>
    public static async Task<StaffRoom> OpenAsync()
    {
        var clock = new MovableClock();
        var morning = Beijing.At(Beijing.Local(clock.GetUtcNow()).Date.AddDays(1).AddHours(8));
        clock.Forward(morning - clock.GetUtcNow());
        var room = new StaffRoom(await Newsroom.OpenAsync(null, services => services.AddSingleton<TimeProvider>(clock))) { Clock = clock };
        await room.AddChoreAsync();
        return room;
    }

    public async Task AddChoreAsync()
    {
        await using var db = _newsroom.OpenDb();
        db.Jobs.Add(Job.Chore(JobKind.TellStaff, Now, Now));
        await db.SaveChangesAsync(Ct);
    }

    public async Task<Editor> EngageAsync(string name, Role role, Action<Editor>? with = null)
    {
        var mail = $"{Guid.NewGuid():N}@newsroom.example";
        var editor = new Editor { DisplayName = name, Roles = [role], Email = mail, UserName = mail, NormalizedUserName = mail, PasswordHash = "set", SecurityStamp = "x", CreatedAt = Now };
        with?.Invoke(editor);
        await using var db = _newsroom.OpenDb();
        db.Users.Add(editor);
        await db.SaveChangesAsync(Ct);
        return editor;
    }

    public Task<Submission> AddAsync(Submission piece) => _newsroom.AddAsync(piece, Ct);

    /// <summary>Claims a round; null if none is ready.</summary>
    public Task<Job?> ClaimAsync() => _newsroom.Services.GetRequiredService<JobTable>().ClaimAsync([JobKind.TellStaff], Ct);

    /// <summary>What the next start of a killed program does first.</summary>
    public Task<int> FreeFormerLifeAsync() => _newsroom.Services.GetRequiredService<JobTable>().FreeFormerLifeAsync(Ct);

    /// <summary>Does a round as the runner does; false if it failed and will be tried again.</summary>
    public async Task<bool> DoAsync(Job job)
    {
        var table = _newsroom.Services.GetRequiredService<JobTable>();
        await using var scope = _newsroom.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetServices<IJobHandler>().OfType<TellStaff>().Single().RunAsync(new JobContext(table, job), Ct);
            return true;
        }
        catch (DbUpdateException trouble)
        {
            await table.FailAsync(job, trouble.Message, final: false, Ct);
            return false;
        }
    }

    public async Task DoNextAsync() => Assert.True(await DoAsync(await ClaimAsync() ?? throw new InvalidOperationException("No round is ready")));

    public async Task<IReadOnlyList<Letter>> LettersAsync()
    {
        await using var db = _newsroom.OpenDb();
        return await db.Letters.AsNoTracking().Where(letter => letter.EditorId != null).OrderBy(letter => letter.CreatedAt).ToListAsync(Ct);
    }

    public async Task<int> ReadyRoundsAsync()
    {
        await using var db = _newsroom.OpenDb();
        return await db.Jobs.CountAsync(job => job.Kind == JobKind.TellStaff && job.State == JobState.Ready, Ct);
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();
}
