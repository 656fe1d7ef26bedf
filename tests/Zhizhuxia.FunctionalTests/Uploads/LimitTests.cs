using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>Space, quota and rates, each on a portal that has little of it.</summary>
public sealed class LimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disk_that_would_be_too_full_takes_no_new_upload()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Storage:RefuseUploadsAtPercent"] = "1" }, Ct);
        using var tus = new TusClient(portal);

        using var answer = await tus.PostAsync(Guid.CreateVersion7(), "4294967296");

        await Refused.WithAsync(507, "no-space", answer);
        await using var db = portal.Data.OpenDb();
        Assert.Equal((0, 0), (await db.Uploads.CountAsync(Ct), await db.Submissions.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_browsers_day_ends_at_its_quota_and_an_upload_taken_back_does_not_count()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Intake:GiBPerBrowserAndDay"] = "1" }, Ct);
        using var tus = new TusClient(portal);
        using var other = new TusClient(portal);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), 700 << 20);

        using var over = await tus.PostAsync(Guid.CreateVersion7(), $"{700 << 20}");
        await Refused.WithAsync(413, "quota-browser", over);
        using var others = await other.PostAsync(Guid.CreateVersion7(), $"{700 << 20}");
        using var taken = await tus.DeleteAsync(path);
        using var again = await tus.PostAsync(Guid.CreateVersion7(), $"{700 << 20}");

        Assert.Equal((201, 201), ((int)others.StatusCode, (int)again.StatusCode));
    }

    [Fact]
    public async Task An_address_has_a_quota_over_all_its_browsers()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Intake:GiBPerAddressAndDay"] = "1" }, Ct);
        using var tus = new TusClient(portal);
        using var other = new TusClient(portal);
        await tus.CreateAsync(Guid.CreateVersion7(), 700 << 20);

        using var over = await other.PostAsync(Guid.CreateVersion7(), $"{700 << 20}");

        await Refused.WithAsync(413, "quota-address", over);
    }

    [Fact]
    public async Task An_hours_creates_are_counted()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Limits:CreatesPerHour"] = "2" }, Ct);
        using var tus = new TusClient(portal);
        await tus.CreateAsync(Guid.CreateVersion7(), 5);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), 5);

        using var third = await tus.PostAsync(Guid.CreateVersion7(), "5");

        await Refused.WithAsync(429, "too-many-requests", third);
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal(5, await tus.SendAsync(path, 0, new byte[5])); // what was begun goes on
    }
}
