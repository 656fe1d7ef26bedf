using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Mail;

namespace Zhizhuxia.FunctionalTests.Mail;

public sealed class OwnMessageIdTests
{
    [Fact]
    public async Task An_id_is_known_again_wherever_it_is_quoted()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var ids = newsroom.Services.GetRequiredService<OwnMessageId>();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var quoted = $"<other@host.example>\r\n {ids.Of(second, "paper.example")} {ids.Of(first, "paper.example")} {ids.Of(second, "moved.example")}";

        Assert.Equal([second, first], ids.LettersIn(quoted));
        Assert.True(ids.IsOwn(ids.Of(first, "paper.example")));
        Assert.Empty(ids.LettersIn(null));
    }

    [Fact]
    public async Task A_forged_id_is_not_ours()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var elsewhere = await Newsroom.OpenAsync();
        var ids = newsroom.Services.GetRequiredService<OwnMessageId>();
        var letter = Guid.CreateVersion7();
        var genuine = ids.Of(letter, "paper.example");
        var mark = genuine.Split('.', '@')[2];

        Assert.True(ids.IsOwn(genuine));
        Assert.All(
            [
                genuine.Replace(letter.ToString("N"), Guid.CreateVersion7().ToString("N"), StringComparison.Ordinal),
                genuine.Replace(mark, new('0', 20), StringComparison.Ordinal),
                genuine.Replace(mark, mark[..19], StringComparison.Ordinal),
                elsewhere.Services.GetRequiredService<OwnMessageId>().Of(letter, "paper.example"),
            ],
            forged => Assert.False(ids.IsOwn(forged), forged));
    }
}
