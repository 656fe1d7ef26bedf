using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Every rule of the form through the API: what breaks it, at its edge what just does not.</summary>
public sealed class FormRulesTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly HttpClient _client = fixture.Portal.Client();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    /// <summary>kind | what is changed | the one complaint (field: code), nothing if it is taken. 甲*40 is a word of forty signs.</summary>
    public static TheoryData<string, string, string> Rules { get; } = new()
    {
        { "link", "title=", "title: title-length" },
        { "link", "title=甲*1", "title: title-length" },
        { "link", "title=甲*2", "" },
        { "link", "title=甲*40", "" },
        { "link", "title=🐉*40", "" },
        { "link", "title=甲*41", "title: title-length" },
        { "link", "text=", "text: text-length" },
        { "link", "text=甲*9", "text: text-length" },
        { "link", "text=甲*10", "" },
        { "link", "text=甲*800", "" },
        { "link", "text=甲*801", "text: text-length" },
        { "link", "linkText=", "linkText: link-missing" },
        { "link", "linkText=今天在抖音上看到一条很好的视频", "linkText: link-missing" },
        { "link", "linkText=看这里 v.douyin.com/iRNBho6u/ 复制", "" },
        { "link", "linkText=http://xn--fsqu00a.xn--fiqs8s/视频", "" },
        { "link", "linkText=http://xn--fiqs8s/视频", "linkText: link-refused" },
        { "link", "linkText=javascript:alert(1)", "linkText: link-refused" },
        { "link", "linkText=http://127.0.0.1:8099/clip.mp4", "linkText: link-refused" },
        { "link", "linkText=查看TA的更多作品。https://v.douyin.com/idFqvUms/", "linkText: link-profile" },
        { "link", "linkText=https://live.bilibili.com/22", "linkText: link-live" },
        { "link", "linkText=https://v.douyin.com/a甲*3978", "" },
        { "link", "linkText=https://v.douyin.com/a甲*3979", "linkText: link-too-long" },
        { "link", "origin=", "origin: choose-one" },
        { "link", "aiUse=", "aiUse: choose-one" },
        { "link", "people=", "people: choose-one" },
        { "link", "minors=", "minors: choose-one" },
        { "link", "publishedBefore=", "publishedBefore: choose-one" },
        { "link", "creditWish=", "creditWish: choose-one" },
        { "link", "aiUse=yes", "aiWhere: ai-where-missing" },
        { "link", "aiUse=yes aiWhere=配音", "" },
        { "link", "aiUse=yes aiWhere=甲*201", "aiWhere: ai-where-missing" },
        { "link", "aiUse=unknown", "" },
        { "link", "creditName=", "creditName: credit-name-length" },
        { "link", "creditWish=realName creditName=甲*41", "creditName: credit-name-length" },
        { "link", "creditWish=none creditName=", "" },
        { "link", "otherCredits=甲*400", "" },
        { "link", "otherCredits=甲*401", "otherCredits: other-credits-length" },
        { "link", "name=", "name: name-length" },
        { "link", "name=甲*20", "" },
        { "link", "name=甲*21", "name: name-length" },
        { "link", "mobile= email=", "mobile: contact-missing" },
        { "link", "mobile=", "" },
        { "link", "email=", "" },
        { "link", "mobile=+86-138-0000-1234", "" },
        { "link", "mobile=１３８００００１２３４", "" },
        { "link", "mobile=12800001234", "mobile: mobile-invalid" },
        { "link", "mobile=1380000123", "mobile: mobile-invalid" },
        { "link", "email=reader@example", "email: email-invalid" },
        { "link", "email=a@example.org,b@example.org", "email: email-invalid" },
        { "link", "age=", "age: choose-one" },
        { "link", "age=under14", "age: guardian-form-needed" },
        { "link", "age=from14To17", "agreeGuardian: guardian-consent-needed" },
        { "link", "age=from14To17 agreeGuardian=true", "" },
        { "link", "agreeLicence=false", "agreeLicence: consent-needed" },
        { "link", "agreeTruth=false", "agreeTruth: consent-needed" },
        { "link", "agreePrivacy=false", "agreePrivacy: consent-needed" },
        { "proposal", "proposalText=", "proposalText: proposal-length" },
        { "proposal", "proposalText=甲*9", "proposalText: proposal-length" },
        { "proposal", "proposalText=甲*10", "" },
        { "proposal", "proposalText=甲*500", "" },
        { "proposal", "proposalText=甲*501", "proposalText: proposal-length" },
        { "proposal", "text=甲*9", "text: text-length" },
        { "proposal", "age=under14", "age: guardian-form-needed" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_says_what_is_wrong_at_its_field_and_nothing_else(string kind, string changes, string complaint)
    {
        using var answer = await Forms.SubmitAsync(_client, Changed(kind, changes), Guid.NewGuid().ToString("N"));

        if (complaint.Length == 0)
        {
            Assert.True((int)answer.StatusCode == 201, await answer.Content.ReadAsStringAsync(Ct));
            return;
        }
        var problem = await Refused.WithAsync(400, "form-invalid", answer);
        Assert.Equal([complaint], problem.GetProperty("codes").EnumerateObject().Select(field => $"{field.Name}: {field.Value[0].GetString()}"));
        Assert.Equal(
            RefusalTexts.Of(complaint.Split(' ')[1]), problem.GetProperty("errors").EnumerateObject().Single().Value[0].GetString());
    }

    [Fact]
    public async Task A_guardian_submits_for_a_child_and_the_guardians_consent_is_on_record()
    {
        var receipt = await Forms.ReceiptAsync(_client, Changed("link", "age=from14To17 agreeGuardian=true"));

        var piece = await PieceAsync(receipt.GetProperty("number").GetString()!);
        Assert.Contains(piece.Consents, consent => consent.Kind is ConsentKind.Guardian && consent.Text == ConsentTexts.Of(ConsentKind.Guardian));
    }

    [Fact]
    public async Task What_was_only_seen_online_is_taken_as_a_tip_and_never_adopted_as_it_is()
    {
        var receipt = await Forms.ReceiptAsync(_client, Changed("link", "origin=seenOnline"));

        var piece = await PieceAsync(receipt.GetProperty("number").GetString()!);
        Assert.Equal((State.Review1, Origin.SeenOnline), (piece.State, piece.Declarations!.Origin));
        Assert.False(Guards.Authorised.Holds(new(piece, Actor.Reader, Decision.Plain, TimeProvider.System.GetUtcNow())));
    }

    [Fact]
    public async Task Five_files_make_a_piece_and_a_sixth_is_not_begun()
    {
        using var tus = new TusClient(fixture.Portal);
        var draft = Guid.CreateVersion7();
        List<string> paths = [];
        for (byte number = 0; number < 5; number++)
            paths.Add(await tus.UploadAsync(draft, [number]));

        using var sixth = await tus.PostAsync(draft, "1");
        var receipt = await Forms.ReceiptAsync(tus.Http, Forms.Film([.. paths]));

        await Refused.WithAsync(413, "too-many-files", sixth);
        Assert.Equal(5, receipt.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task Signs_that_hide_or_turn_text_do_not_count_and_are_not_kept()
    {
        var form = Forms.Link();
        (form["title"], form["name"]) = ("\u202E龙\u200B", "李\u0000女\u2066士");
        using var tooShort = await Forms.SubmitAsync(_client, form, Guid.NewGuid().ToString("N"));
        form["title"] = "\u202E龙\u200B 舟\r\n";

        var receipt = await Forms.ReceiptAsync(_client, form);

        await Refused.WithAsync(400, "form-invalid", tooShort);
        var piece = await PieceAsync(receipt.GetProperty("number").GetString()!);
        Assert.Equal(("龙 舟", "李女士"), (piece.Title, piece.Contact!.Name));
    }

    private static JsonObject Changed(string kind, string changes)
    {
        var form = kind is "link" ? Forms.Link() : Forms.Proposal();
        foreach (var (field, value) in Fields(changes))
        {
            form.Remove(field);
            if (value is "true" or "false")
                form[field] = value is "true";
            else if (value.Length > 0)
                form[field] = value;
        }
        return form;
    }

    /// <summary>"a=x b=" as pairs; a value may hold blanks, a field begins where "word=" stands.</summary>
    private static IEnumerable<(string Field, string Value)> Fields(string changes)
    {
        var words = System.Text.RegularExpressions.Regex.Split(changes, "(?:^| )([a-zA-Z]+)=");
        for (var at = 1; at < words.Length; at += 2)
            yield return (words[at], Long(words[at + 1]));
    }

    private static string Long(string word) => word.Split('*') is [var text, var times]
        ? new System.Text.StringBuilder(text[..^LastSign(text).Length]).Insert(text.Length - LastSign(text).Length, LastSign(text), int.Parse(times, null)).ToString()
        : word;

    private static string LastSign(string text) => text.EnumerateRunes().Last().ToString();

    private async Task<Submission> PieceAsync(string number)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return await db.Aggregate().SingleAsync(piece => piece.Number == number, Ct);
    }
}
