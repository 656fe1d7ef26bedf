using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>A newsroom whose files are what its rows say.</summary>
internal static class FilmShelf
{
    public static readonly DateTimeOffset Yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A rejected film: it lies in the store, and nothing is to be done about it any more.</summary>
    public static async Task<Asset> AddFilmAsync(this Newsroom newsroom, byte[] bytes)
    {
        var asset = await newsroom.AddAsync(bytes, film => film.Store(Yesterday), film => film.Reject("not-a-film"));
        await newsroom.Store().WriteAsync(BlobKey.Original(asset.Id), new MemoryStream(bytes), Ct);
        return asset;
    }

    /// <summary>All bytes lie in the upload area; the job that stores them is still to come.</summary>
    public static async Task<Asset> AddArrivedAsync(this Newsroom newsroom, byte[] bytes, Guid upload)
    {
        var asset = await newsroom.AddAsync(bytes, _ => { }, _ => { });
        await newsroom.AddUploadAsync(asset, upload, bytes, bytes.Length);
        return asset;
    }

    public static async Task AddUploadAsync(this Newsroom newsroom, Asset asset, Guid id, byte[] bytes, long offset)
    {
        await using var db = newsroom.OpenDb();
        db.Uploads.Add(new()
        {
            Id = id, AssetId = asset.Id, Token = $"{id:N}", OwnerHash = new string('a', 64), AddressHash = new string('b', 64), CreatedAt = Yesterday,
            Length = asset.Length, Offset = offset, ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(2),
        });
        await db.SaveChangesAsync(Ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await newsroom.Services.GetRequiredService<IUploadArea>().AppendAsync(id, 0, new MemoryStream(bytes), bytes.Length, hash, null, Ct);
    }

    public static IBlobStore Store(this Newsroom newsroom) => newsroom.Services.GetRequiredService<IBlobStore>();

    public static Task<CommandEnd> OperateAsync(this Newsroom newsroom, params string[] words) => OperateAsync(newsroom.Root, words);

    /// <param name="root">Storage root of the newsroom that it is about.</param>
    /// <param name="words">Command and options.</param>
    public static Task<CommandEnd> OperateAsync(string root, params string[] words) =>
        WorkerProgram.RunAsync(Path.GetTempPath(), [.. words, .. TestDatabase.ArgumentsOf(root)]);

    /// <summary>Codes of the findings of a command with <c>--json</c>, in order.</summary>
    public static string Codes(this CommandEnd end) =>
        string.Join(' ', end.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).Order());

    private static async Task<Asset> AddAsync(this Newsroom newsroom, byte[] bytes, Action<Asset> store, Action<Asset> end)
    {
        var piece = FilmRoom.Piece(Guid.CreateVersion7());
        var asset = new Asset { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, FileName = "clip.mp4", Length = bytes.Length, CreatedAt = Yesterday };
        asset.BeginUpload();
        asset.Arrive(Convert.ToHexStringLower(SHA256.HashData(bytes)), Yesterday);
        store(asset);
        end(asset);
        if (asset.State is AssetState.Rejected)
            asset.Jobs.Clear();
        piece.Assets.Add(asset);
        await using var db = newsroom.OpenDb();
        db.Add(piece);
        await db.SaveChangesAsync(Ct);
        return asset;
    }
}
