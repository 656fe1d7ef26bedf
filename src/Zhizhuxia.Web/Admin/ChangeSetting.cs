using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>An administrator changes a document of the settings: the change, who made it, and what stood before, in one transaction; it holds at once.</summary>
public sealed class ChangeSetting(PortalDb db, IEnumerable<LiveSection> sections, LoadSettings load, TimeProvider clock)
{
    /// <summary>How the chain of changes keeps words: as people read them.</summary>
    internal static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="key">Of the document.</param>
    /// <param name="seen">Its version on the page; 0 if it was never changed.</param>
    /// <param name="value">Null: back to the default.</param>
    /// <param name="byDefault">What holds as long as the document was never changed.</param>
    /// <exception cref="RefusedException"><c>settings-stale</c>, <c>settings-invalid</c>, <c>nothing-changed</c>.</exception>
    public async Task RunAsync(string key, int seen, JsonNode? value, JsonNode byDefault, Actor by, CancellationToken ct)
    {
        if (value is not null && !sections.Single(section => section.Name == key.Split(':')[0]).Accepts(key, value))
            throw new RefusedException("settings-invalid");
        var change = new Change(key, seen, byDefault.ToJsonString(Shape), value?.ToJsonString(Shape)) { IsDefault = JsonNode.DeepEquals(value, byDefault) };
        await using (var transaction = await db.BeginAloneAsync(ct))
        {
            await SaveAsync(change, by, ct);
            await transaction.CommitAsync(ct);
        }
        await load.RunAsync(ct);
    }

    private async Task SaveAsync(Change change, Actor by, CancellationToken ct)
    {
        var document = await db.SettingDocuments.SingleOrDefaultAsync(row => row.Key == change.Key, ct);
        if ((document?.Version ?? 0) != change.Seen)
            throw await StaleAsync(change.Key, ct);
        if (document?.Value == change.Value || (document?.Value is null && change.IsDefault))
            throw new RefusedException("nothing-changed");
        db.Add(await db.NextChangeAsync(change.Key, document?.Value ?? change.ByDefault, change.Value, by, clock.GetUtcNow(), ct));
        if (document is null)
            db.Add(document = new() { Key = change.Key });
        document.Change(change.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task<RefusedException> StaleAsync(string key, CancellationToken ct)
    {
        var change = await db.SettingChanges.AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
        return new("settings-stale", change?.EditorName ?? "同事", Beijing.Minute(change?.At ?? clock.GetUtcNow()));
    }

    /// <summary>What <see cref="RunAsync"/> was asked for, as JSON.</summary>
    private sealed record Change(string Key, int Seen, string ByDefault, string? Value)
    {
        /// <summary>It says what holds anyway while nothing was changed.</summary>
        public required bool IsDefault { get; init; }
    }
}
