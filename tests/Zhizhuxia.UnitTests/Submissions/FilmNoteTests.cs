using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class FilmNoteTests
{
    private readonly Submission _piece = In(State.Review1, Monday);

    private Guid Film => _piece.Assets[0].Id;

    [Fact]
    public void A_note_keeps_moment_author_and_the_version_it_is_about()
    {
        var note = FilmNote.Of(_piece, Wang, "  画面有点抖\r\n换一格  ", Film, 3.456, Monday);

        Assert.Equal(("画面有点抖\n换一格", (double?)3.46, (Guid?)note.EditorId, "王编辑", _piece.Digest), (note.Text, note.AtSeconds, Wang.EditorId, note.Author, note.Digest));
    }

    [Theory]
    [InlineData(-5, 0.0)]
    [InlineData(99, 12.0)] // the film has 12 s
    [InlineData(double.NaN, null)]
    public void A_moment_outside_of_the_film_is_its_nearest_end(double at, double? expected) =>
        Assert.Equal(expected, FilmNote.Of(_piece, Wang, "看这里", Film, at, Monday).AtSeconds);

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void An_empty_note_is_refused(string? text) => Assert.Equal("note-empty", Refused(() => FilmNote.Of(_piece, Wang, text, null, null, Monday)));

    [Fact]
    public void A_film_of_another_piece_is_not_there() =>
        Assert.Equal("not-found", Refused(() => FilmNote.Of(_piece, Wang, "看这里", Guid.CreateVersion7(), 1, Monday)));

    [Fact]
    public void The_reader_writes_none() => Assert.Equal("note-empty", Refused(() => FilmNote.Of(_piece, Actor.Reader, "看这里", Film, 1, Monday)));

    [Fact]
    public void Only_its_author_strikes_a_note_out_and_the_first_time_stands()
    {
        var note = FilmNote.Of(_piece, Wang, "画面有点抖", Film, 3, Monday);

        Assert.Equal("note-not-yours", Refused(() => note.Strike(Li, Monday)));
        Assert.Null(note.StruckAt);
        note.Strike(Wang, Monday);
        note.Strike(Wang, Monday.AddHours(1));
        Assert.Equal((DateTimeOffset?)Monday, note.StruckAt);
        Assert.Equal("画面有点抖", note.Text);
    }

    private static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
