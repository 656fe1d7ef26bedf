using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Review;
using Zhizhuxia.Settings;

namespace Zhizhuxia.FunctionalTests.Admin;

/// <summary>What was set lies over the configuration, and whoever asks gets it.</summary>
public sealed class LiveOptionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_lies_over_the_configuration_and_goes_again()
    {
        await using var newsroom = await Newsroom.OpenAsync(new Dictionary<string, string?> { ["Review:AskDays"] = "9" });
        var review = newsroom.Services.GetRequiredService<IOptions<ReviewOptions>>();
        Assert.Equal(9, review.Value.AskDays);

        await SetAsync(newsroom, 1, "Review", """{"DeclineReasons":["题材不合"]}""");
        Assert.Equal((9, "题材不合"), (review.Value.AskDays, Assert.Single(review.Value.Reasons)));
        await SetAsync(newsroom, 2, "Intake", """{"MaxFiles":2,"CompleteWithin":"7.00:00:00"}""");
        Assert.Equal((2, TimeSpan.FromDays(7), 4096), newsroom.Services.GetRequiredService<IOptions<IntakeOptions>>().Value is var intake ? (intake.MaxFiles, intake.CompleteWithin, intake.MaxFileMiB) : default);
        await SetAsync(newsroom, 3, "Review", null);
        Assert.Equal(ReviewOptions.DefaultReasons, review.Value.Reasons);
    }

    [Fact]
    public async Task What_is_out_of_range_or_no_such_thing_is_not_accepted()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var review = newsroom.Services.GetServices<LiveSection>().Single(section => section.Name == "Review");
        var fees = newsroom.Services.GetServices<LiveSection>().Single(section => section.Name == "Fees");

        Assert.True(review.Accepts("Review", JsonNode.Parse("""{"AskDays":30}""")!));
        Assert.False(review.Accepts("Review", JsonNode.Parse("""{"AskDays":31}""")!));
        Assert.False(review.Accepts("Review", JsonNode.Parse("""{"AskDays":"many"}""")!));
        Assert.False(fees.Accepts("Fees", JsonNode.Parse("""{"Grades":[{"Name":"A","Amount":500},{"Name":"A","Amount":300}]}""")!));
        Assert.False(fees.Accepts("Fees", JsonNode.Parse("""{"Grades":[{"Name":"A","Amount":0.001}]}""")!));
    }

    private static async Task SetAsync(Newsroom newsroom, int number, string key, string? value)
    {
        await using var db = newsroom.OpenDb();
        var document = await db.SettingDocuments.FindAsync([key], Ct);
        if (document is null)
            db.Add(document = new() { Key = key });
        document.Change(value);
        db.Add(new SettingChange { Number = number, Key = key, EditorId = Guid.NewGuid(), EditorName = "周", Before = null, After = value, At = TimeProvider.System.GetUtcNow(), PreviousHash = "" }.Sealed());
        await db.SaveChangesAsync(Ct);
        await newsroom.Services.GetRequiredService<LoadSettings>().RunAsync(Ct);
    }
}
