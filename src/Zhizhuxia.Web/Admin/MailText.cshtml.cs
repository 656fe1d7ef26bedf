using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>The newspaper's own words for one letter, seen as a letter while they are written.</summary>
[Authorize(Policies.Administrate)]
public sealed class MailTextModel(ChangeSetting change, CurrentActor current, PortalDb db, LetterSamples samples, IOptions<MailTextsOptions> texts) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>It is not the default.</summary>
    public bool IsChanged { get; private set; }

    public LetterPreview Preview => new(samples.Of(Key, Typed), LetterTemplates.Fault(Key, Typed));

    private string Document => $"{MailTextsOptions.Section}:Texts:{(LetterTemplates.All.ContainsKey(Key) ? Key : throw new RefusedException("not-found"))}";

    private LetterText Typed => new(Subject?.Trim() ?? "", (Body ?? "").ReplaceLineEndings("\n").Trim());

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(keepTyped: false, ct);

    public PartialViewResult OnPostPreview() => Document.Length > 0 ? Partial("_LetterPreview", Preview) : throw new RefusedException("not-found");

    /// <summary>The same without script.</summary>
    public Task OnPostLookAsync(CancellationToken ct) => LoadAsync(keepTyped: true, ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        var (document, typed) = (Document, Typed);
        await TryAsync(async () => await change.RunAsync(document, Version, Checked(typed), ByDefault(), await current.GetAsync(ct), ct), "已保存，从下一封信起就这样写。");
        await LoadAsync(keepTyped: Refusal is not null, ct);
    }

    public async Task OnPostDefaultAsync(CancellationToken ct)
    {
        var document = Document;
        await TryAsync(async () => await change.RunAsync(document, Version, null, ByDefault(), await current.GetAsync(ct), ct), "已回到默认的写法。");
        await LoadAsync(keepTyped: false, ct);
    }

    private JsonNode ByDefault() => JsonSerializer.SerializeToNode(LetterTemplates.All[Key])!;

    private JsonNode Checked(LetterText typed) =>
        LetterTemplates.Fault(Key, typed) is { } fault ? throw new RefusedException(fault) : JsonSerializer.SerializeToNode(typed)!;

    private async Task LoadAsync(bool keepTyped, CancellationToken ct)
    {
        var key = Document;
        db.ChangeTracker.Clear();
        var document = await db.SettingDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, ct);
        (Version, IsChanged) = (document?.Version ?? 0, document?.Value is not null);
        if (!keepTyped)
            (Subject, Body) = texts.Value.Texts.GetValueOrDefault(Key) ?? LetterTemplates.All[Key];
    }
}
