using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>A newsroom whose uploads come by the real use cases, with a clock of its own and jobs run by hand.</summary>
internal sealed class UploadRoom : IAsyncDisposable
{
    private static readonly string Owner = new('a', 64);
    private readonly Dictionary<string, Upload> _uploads = [];

    private UploadRoom(Newsroom newsroom, MovableClock clock) => (Newsroom, Clock) = (newsroom, clock);

    public Newsroom Newsroom { get; }

    public MovableClock Clock { get; }

    public string Folder => Path.Combine(Newsroom.Root, "uploads");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<UploadRoom> OpenAsync()
    {
        var clock = new MovableClock();
        var settings = new Dictionary<string, string?> { ["Storage:RefuseUploadsAtPercent"] = "99" };
        return new(await Newsroom.OpenAsync(settings, services => JobsByHand.MakeMortal(services.AddSingleton<TimeProvider>(clock))), clock);
    }

    /// <summary>Three thousand bytes that a name gives.</summary>
    public static byte[] Film(string name) => TusClient.Bytes(3000, name.Length + name[0]);

    /// <param name="sent">Bytes that arrive; the film has 3000.</param>
    public async Task UploadAsync(string name, Guid draft, int sent = 3000)
    {
        var film = Film(name);
        await using var scope = Newsroom.Services.CreateAsyncScope();
        var upload = await scope.ServiceProvider.GetRequiredService<BeginUpload>().RunAsync(new(draft, Owner, "127.0.0.1", name, film.Length, null), Ct);
        using var content = new MemoryStream(film[..sent]);
        await scope.ServiceProvider.GetRequiredService<AppendUpload>().RunAsync(upload, 0, new(content, sent, null), Ct);
        _uploads[name] = upload;
    }

    public Task SubmitAsync(Guid draft) => Newsroom.RunAsync((SubmitDraft submit) => submit.RunAsync(draft, Owner, Filled, Guid.NewGuid().ToString("N"), Ct));

    /// <summary>A whole film, stored; submitted or left.</summary>
    public async Task StoredAsync(string name, bool submitted)
    {
        var draft = Guid.CreateVersion7();
        await UploadAsync(name, draft);
        Assert.True(await Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));
        if (submitted)
            await SubmitAsync(draft);
    }

    /// <summary>The reader takes the file back.</summary>
    public Task DropAsync(string name) => Newsroom.RunAsync(async (DropUpload drop) =>
    {
        await drop.RunAsync(_uploads[name], Ct);
        return true;
    });

    /// <summary>One more job about a file.</summary>
    public async Task OrderAsync(string name, JobKind kind)
    {
        await using var db = Newsroom.OpenDb();
        var asset = await db.Assets.SingleAsync(row => row.Id == _uploads[name].AssetId, Ct);
        db.Jobs.Add(Job.ForAsset(kind, asset.SubmissionId, asset.Id, Clock.GetUtcNow()));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>What the upload's address answers its browser: null while it lives, otherwise the code of the refusal.</summary>
    public async Task<string?> AskAsync(string name)
    {
        try
        {
            await Newsroom.RunAsync((UploadQuery query) => query.FindAsync(_uploads[name].Token, Owner, Ct));
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }

    public async Task<bool> SweepAsync()
    {
        await using var db = Newsroom.OpenDb();
        if (!await db.Jobs.AnyAsync(job => job.Kind == JobKind.SweepUploads && job.State == JobState.Ready, Ct))
        {
            db.Jobs.Add(Job.Chore(JobKind.SweepUploads, Clock.GetUtcNow(), Clock.GetUtcNow()));
            await db.SaveChangesAsync(Ct);
        }
        return await Newsroom.DoNextAsync(JobKind.SweepUploads, Ct);
    }

    public async Task ChangeAsync(string name, Action<Asset> change)
    {
        await using var db = Newsroom.OpenDb();
        change(await db.Assets.SingleAsync(row => row.Id == _uploads[name].AssetId, Ct));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>A file in the store that was made from this one.</summary>
    public async Task AddRenditionAsync(string name)
    {
        using var content = new MemoryStream([1]);
        await Newsroom.Services.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Rendition(_uploads[name].AssetId, 1, "poster.jpg"), content, Ct);
    }

    /// <summary>Bytes in the upload area that no row knows.</summary>
    public void AddStray(Guid id) => File.WriteAllText(Path.Combine(Folder, id.ToString("N")), "stray");

    /// <summary>Every file by its name: "state row? area? store?", and the files that belong to none.</summary>
    public async Task<SortedDictionary<string, string>> LookAsync()
    {
        await using var db = Newsroom.OpenDb();
        var assets = await db.Assets.AsNoTracking().ToDictionaryAsync(asset => asset.Id, Ct);
        var rows = await db.Uploads.AsNoTracking().Select(upload => upload.Id).ToListAsync(Ct);
        var area = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder).Select(Path.GetFileName).ToHashSet() : [];
        var store = new HashSet<string>();
        await foreach (var key in Newsroom.Services.GetRequiredService<IBlobStore>().ListAsync("", Ct))
            store.Add(key.Value);
        var look = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, upload) in _uploads)
        {
            var held = area.Remove(upload.Id.ToString("N")) ? "area" : store.Remove(BlobKey.Original(upload.AssetId).Value) ? "store" : "nowhere";
            var made = store.RemoveWhere(key => key.StartsWith($"renditions/{upload.AssetId:N}/", StringComparison.Ordinal));
            look[name] = $"{(assets.TryGetValue(upload.AssetId, out var asset) ? asset.State : "gone")} {(rows.Contains(upload.Id) ? "remembered" : "forgotten")} {held} {made}";
        }
        look["stray"] = string.Join(' ', area.Concat(store).Order());
        return look;
    }

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();

    private static SubmissionForm Filled { get; } = new()
    {
        Kind = SubmissionKind.Film, Title = "湘江边的龙舟", Text = "端午节上午在湘江风光带拍的龙舟赛。", Origin = Origin.Own, AiUse = AiUse.No, People = PeopleShown.AllAgreed,
        Minors = Minors.None, PublishedBefore = PublishedBefore.No, CreditWish = CreditWish.None, Name = "李女士", Mobile = "13800001234", Age = AgeGroup.Adult,
        AgreeLicence = true, AgreeTruth = true, AgreePrivacy = true,
    };
}
