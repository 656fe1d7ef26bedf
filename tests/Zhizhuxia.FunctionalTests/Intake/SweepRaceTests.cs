using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Readers who press 提交 after two days, at the moment of the sweeping: each is taken with the film or refused without, never half.</summary>
public sealed class SweepRaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_submits_while_it_sweeps_loses_nothing()
    {
        await using var room = await UploadRoom.OpenAsync();
        var drafts = Enumerable.Range(0, 20).ToDictionary(number => $"{number}.mp4", _ => Guid.CreateVersion7());
        foreach (var (name, draft) in drafts)
            await room.UploadAsync(name, draft);
        room.Clock.Forward(TimeSpan.FromHours(49));

        var swept = Task.Run(() => TrySweepAsync(room), Ct);
        var submitted = await Task.WhenAll(drafts.Select(draft => Task.Run(async () => (Name: draft.Key, Taken: await TrySubmitAsync(room, draft.Value)), Ct)));
        await swept;

        var look = await room.LookAsync();
        Assert.All(submitted, film => Assert.Equal(film.Taken ? "Inspecting remembered area 0" : "Purged remembered nowhere 0", look[film.Name]));
    }

    /// <summary>Again after a conflict, as the runner does; in the end everybody has submitted or been refused.</summary>
    private static async Task TrySweepAsync(UploadRoom room)
    {
        try
        {
            await room.SweepAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            await room.Newsroom.Services.GetRequiredService<JobTable>().FreeFormerLifeAsync(Ct);
            await TrySweepAsync(room);
        }
    }

    private static async Task<bool> TrySubmitAsync(UploadRoom room, Guid draft)
    {
        try
        {
            await room.SubmitAsync(draft);
            return true;
        }
        catch (RefusedException refused)
        {
            Assert.True(refused.Code is "material-missing" or "not-possible-now", refused.Code);
            return false;
        }
    }
}
