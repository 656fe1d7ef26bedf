using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.FunctionalTests.Data;

/// <summary>Signs that no text of PostgreSQL may hold. What a form or a mail brings, or is left where a text is cut to its length, must never be an error of the database.</summary>
public sealed class StrangeTextTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Signs { get; } = ["\0", "\ud83d", "\ude00", "\ude00\ud83d", "\0\ud83d"];

    [Theory]
    [MemberData(nameof(Signs))]
    public async Task A_row_is_kept_whatever_signs_it_brings(string signs)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var id = Guid.CreateVersion7();
        await using (var db = newsroom.OpenDb())
        {
            db.Columns.Add(new() { Id = id, Name = $"甲{signs}", Motto = $"{signs}😀" });
            await db.SaveChangesAsync(Ct);
        }

        await using var fresh = newsroom.OpenDb();
        var kept = await fresh.Columns.SingleAsync(column => column.Id == id, Ct);

        Assert.StartsWith("甲", kept.Name, StringComparison.Ordinal);
        Assert.EndsWith("😀", kept.Motto, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public async Task What_is_asked_for_is_not_found_whatever_signs_it_has(string signs)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        string[] several = [signs, "乙"];

        Assert.Equal(0, await db.Columns.CountAsync(column => column.Name == signs || column.Motto!.Contains(signs), Ct));
        Assert.Equal(0, await db.Columns.CountAsync(column => several.Contains(column.Name), Ct));
        Assert.Equal(0, await db.Columns.Where(column => column.Name == signs).ExecuteUpdateAsync(set => set.SetProperty(column => column.Motto, signs), Ct));
    }
}
