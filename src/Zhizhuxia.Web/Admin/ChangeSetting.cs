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
    /// <exception cref="RefusedException"><c>settings-stale</c>, <c>settings-invalid</c>, <c>nothing-changed</c>.</exception>
    public async Task RunAsync(string key, int seen, JsonNode? value, Actor by, CancellationToken ct)
    {
        var section = sections.Single(section => section.Name == key.Split(':')[0]);
        if (value is not null && !section.Accepts(key, value))
            throw new RefusedException("settings-invalid");
        var (text, byDefault) = (value?.ToJsonString(Shape), section.Default(key, value as JsonObject)?.ToJsonString(Shape));
        for (int? lost = null; (lost = await TryAsync(key, seen, (byDefault, text), by, lost, ct)) is not null;)
            db.ChangeTracker.Clear(); // a colleague has changed another document at this moment
        await load.RunAsync(ct);
    }

    /// <param name="value">What is to hold, and what held if the document was never changed.</param>
    /// <param name="lost">The number that another change took last time: however many come at once, each try finds a later one, or the trouble is of another kind.</param>
    /// <returns>Null if it is saved; otherwise the number that another change took.</returns>
    private async Task<int?> TryAsync(string key, int seen, (string? ByDefault, string? New) value, Actor by, int? lost, CancellationToken ct)
    {
        var document = await db.SettingDocuments.SingleOrDefaultAsync(row => row.Key == key, ct);
        if ((document?.Version ?? 0) != seen)
            throw await StaleAsync(key, ct);
        if (document?.Value == value.New)
            throw new RefusedException("nothing-changed");
        var change = db.Add(await db.NextChangeAsync(key, document?.Value ?? value.ByDefault, value.New, by, clock.GetUtcNow(), ct)).Entity;
        if (document is null)
            db.Add(document = new() { Key = key });
        document.Change(value.New);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException) when (change.Number != lost)
        {
            return change.Number;
        }
    }

    private async Task<RefusedException> StaleAsync(string key, CancellationToken ct)
    {
        var change = await db.SettingChanges.AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
        return new("settings-stale", change?.EditorName ?? "同事", Beijing.Minute(change?.At ?? clock.GetUtcNow()));
    }
}
