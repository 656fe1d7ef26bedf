using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>What a file tells, in words an editor reads.</summary>
public sealed partial class FilmWordsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tag_that_is_shown_has_a_plain_name_and_a_tiny_film_is_no_0_00()
    {
        string[] tags = ["location", "device", "recorded", .. RestrictedTags.OtherNames];
        var now = TimeProvider.System.GetUtcNow();
        var piece = In(State.Review1, now);
        piece.Assets.Clear();
        piece.Assets.Add(Arrived(piece, now));
        piece.Assets[0].Accept(
            new("{}", "720×1280 竖屏", JsonSerializer.Serialize(tags.ToDictionary(tag => tag, _ => "42")), 0.4, true, [], null), Place.Ordinary, now);
        piece.Assets[0].Jobs.Clear();
        await desk.AddAsync(piece, Ct);

        var page = WebUtility.HtmlDecode(await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct));
        var queue = WebUtility.HtmlDecode(await desk.Wang.ReadAsync($"/desk?q={piece.Number}", Ct));

        var names = Name().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(tags.Length, names.Count);
        Assert.All(names, name => Assert.Matches(Chinese(), name));
        Assert.Contains("不到 1 秒", queue, StringComparison.Ordinal);
        Assert.DoesNotContain(">0:00<", queue, StringComparison.Ordinal);
    }

    [GeneratedRegex("<dt>([^<]+)</dt><dd>42</dd>")]
    private static partial Regex Name();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
