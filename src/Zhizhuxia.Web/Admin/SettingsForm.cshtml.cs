using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>One form of the settings.</summary>
[Authorize(Policies.Administrate)]
public sealed class SettingsFormModel(ChangeSetting change, CurrentActor current, PortalDb db, IEnumerable<LiveSection> sections) : AdminPage
{
    private JsonObject _holds = [];

    /// <summary>What was typed and not taken.</summary>
    private bool _keepsTyped;

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    public SettingForm Form => SettingForm.All.FirstOrDefault(form => form.Name == Name) ?? throw new RefusedException("not-found");

    /// <summary>It is not the default.</summary>
    public bool IsChanged { get; private set; }

    public string TextOf(SettingField field) => _keepsTyped && Values.TryGetValue(field.Name, out var typed) ? typed ?? "" : SettingInput.Show(field, _holds);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        var form = Form;
        await TryAsync(async () => await change.RunAsync(form.Section, Version, Read(form), ByDefault(form), await current.GetAsync(ct), ct), "已保存，马上生效。");
        _keepsTyped = Refusal is not null;
        await LoadAsync(ct);
    }

    public async Task OnPostDefaultAsync(CancellationToken ct)
    {
        var form = Form;
        await TryAsync(async () => await change.RunAsync(form.Section, Version, null, ByDefault(form), await current.GetAsync(ct), ct), "已回到默认。");
        await LoadAsync(ct);
    }

    private JsonObject Read(SettingForm form) =>
        new(form.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)SettingInput.Read(field, Values.GetValueOrDefault(field.Name)))));

    private JsonObject ByDefault(SettingForm form)
    {
        var says = SectionOf(form).Defaults();
        return new(form.Fields.Select(field => KeyValuePair.Create(field.Name, says[field.Shown]?.DeepClone())));
    }

    private LiveSection SectionOf(SettingForm form) => sections.Single(section => section.Name == form.Section);

    private async Task LoadAsync(CancellationToken ct)
    {
        var form = Form;
        db.ChangeTracker.Clear();
        var document = await db.SettingDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.Key == form.Section, ct);
        (Version, IsChanged) = (document?.Version ?? 0, document?.Value is not null);
        _holds = SectionOf(form).Now();
    }
}
