using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests.Data;

public sealed class RateWindowsTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly MovableClock _clock = new();
    private Newsroom? _newsroom;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RateWindows Windows => _newsroom!.Services.GetRequiredService<RateWindows>();

    public async ValueTask InitializeAsync() => _newsroom = await Newsroom.OpenAsync(add: services => services.AddSingleton<TimeProvider>(_clock));

    public ValueTask DisposeAsync() => _newsroom!.DisposeAsync();

    [Fact]
    public async Task What_is_taken_at_once_by_many_never_exceeds_the_allowance()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync("sign-in 1", 7, 1)));

        Assert.Equal(7, taken.Count(granted => granted));
        Assert.True(await TakeAsync("sign-in 2", 7, 1)); // another's
    }

    [Fact]
    public async Task All_of_it_is_taken_or_nothing()
    {
        Assert.False(await TakeAsync("batch", 5, 6));
        Assert.True(await TakeAsync("batch", 5, 3));
        Assert.False(await TakeAsync("batch", 5, 3));
        Assert.True(await TakeAsync("batch", 5, 2));
    }

    [Fact]
    public async Task The_next_window_begins_anew_and_a_clock_behind_opens_no_second_one()
    {
        Assert.True(await TakeAsync("look", 1, 1));
        _clock.Forward(Minute);
        Assert.True(await TakeAsync("look", 1, 1));
        _clock.Forward(-Minute);
        Assert.False(await TakeAsync("look", 1, 1));
    }

    [Fact]
    public async Task No_address_is_kept()
    {
        await TakeAsync("sign-in 203.0.113.7", 1, 1);

        await using var db = _newsroom!.OpenDb();
        var row = await db.RateWindows.AsNoTracking().SingleAsync(Ct);
        Assert.Equal(RateWindow.KeyLength, row.Key.Length);
        Assert.DoesNotContain("203", row.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_needed_is_there_again_in_its_own_window_only()
    {
        var turn = Windows.TurnOf(Minute);
        await TakeAsync("repetition", 1, 1);
        await Windows.GiveBackAsync("repetition", turn, 1);
        Assert.True(await TakeAsync("repetition", 1, 1));

        _clock.Forward(Minute);
        await TakeAsync("repetition", 1, 1);
        await Windows.GiveBackAsync("repetition", turn, 1);

        Assert.False(await TakeAsync("repetition", 1, 1));
        Assert.InRange(turn.Left, TimeSpan.Zero, Minute);
    }

    private Task<bool> TakeAsync(string whose, int permits, int count) => Windows.TakeAsync(whose, Windows.TurnOf(Minute), permits, count, Ct);
}
